//! Words by which addresses of functions and of persons are told apart, in the letters of addresses.

/// Whether a list holds a word.
pub fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|other| other == word)
}

/// Words that addresses of functions have as a part of their own.
pub const FUNCTIONS: &str = "\
    ab abuse adm admin administration aldre anmalan arbetsmarknad arende arenden arkiv arkivet avfall avgift \
    avgifter barn bibliotek bidrag boende bokning bostad bostader brev bygg bygglov centrum chef controller dag \
    data dataskydd dataskyddsombud diarie diariet diarium digital dpo drift driften ekonomi energi enhet enheten \
    epost event faktura fakturor familj fastighet fastigheter felanmalan for forening forskola forskolor fritid \
    funktion funktionsstod gata gator grund grundskola grupp gruppen gymnasie gymnasium halsa handlaggare hej \
    helpdesk hemtjanst hr individ info information inkop innovation intern internkontroll it jobb jour jouren \
    juridik kansli kansliet klagomal kommun kommunal kommunfullmaktige kommunikation kommunstyrelsen kontakt \
    kontakta kontaktcenter kontor kontroll krisberedskap kultur kund kundtjanst kvalitet larande ledning livsmedel \
    lokal lon loner lss mail mark marknad medborgare medborgarservice media mejl miljo mottagning myndighet namnd \
    naringsliv nat natt newsletter no noreply norr norra nyhetsbrev och ombud omsorg order ordforande ost ostra \
    park parker personal plan planering politik post postlada press projekt raddning rapport rapporter reception \
    register registrator registrering rekrytering reply revision revisor sakerhet samhalle samordning sekretariat \
    sekreterare service servicedesk sjalvskattning sjukvard skola skolor social socialt soder sodra stab stad \
    staden stads stadsbyggnad stadskontoret stadsrevisionen stod styrelse styrelsen support synpunkt synpunkter \
    system team teknik teknisk tillsyn trafik ungdom uppfoljning upphandling utbildning utredning utskick \
    utveckling vard vast vastra vatten vaxel vaxeln visselblasning vux vuxen webb webbmaster webmaster \
    whistleblower";

/// What compounds of functions end with: ”stadskontoret”, ”miljonamnden”.
pub const ENDINGS: &str = "\
    avdelning avdelningen biblioteket bolag bolaget byra byran center centralen centrum chefen desk enhet enheten \
    forvaltning forvaltningen fullmaktige funktion funktionen gruppen handlaggare huset jour jouren kansli \
    kansliet kontor kontoret kontroll mottagning mottagningen museet museum myndigheten namnd namnden ombud \
    ombudet omradet omsorg omsorgen radet registrator revision revisionen sektionen service skola skolan skolor \
    staben styrelse styrelsen support teamet tjanst tjansten utbildning utbildningen utskottet utveckling vard \
    varden verket verksamhet verksamheten";

/// Common first names. With one of them first, any other part can be a surname.
pub const FIRST_NAMES: &str = "\
    adam agneta ahmed ake albin alexander alexandra alfred ali alice alva amanda amina anders andreas angelica \
    anita ann anna annika anton arvid asa astrid axel barbro bengt berit birgitta bjorn bo britt camilla carin \
    carina carl caroline catarina cecilia charlotte christer christian christina claes dan daniel david ebba elias \
    elin elisabeth ella elsa emelie emil emma erik eva fatima felicia filip fredrik frida gabriel gabriella \
    gunilla gunnar gustav hanna hans hassan helen helena henrik hugo ida inga inger ingrid isabelle isak jakob jan \
    jennifer jenny jens jesper jessica joakim johan johanna johannes jonas josefin julia kajsa karin karl katarina \
    kenneth kent kerstin kevin kristina lars leif lena leo liam linda linnea lisa louise lovisa lucas lukas \
    madeleine magnus maja malin margareta maria marie markus martin mats mattias max mikael moa mohamed mohammad \
    mohammed monica monika niklas nils nina nora olivia olof omar orjan oscar oskar patrik per pernilla peter \
    petra pia rasmus rebecca rickard robert robin roger rolf sandra sara sebastian simon sofia sofie staffan \
    stefan sten stig susanne svea sven therese thomas tobias tommy tove ulf ulla ulrika urban veronica viktor \
    viktoria vincent william wilma yasmin ylva yvonne zahra";

/// Where private people have their addresses.
pub const PRIVATE: &str = "\
    bredband.net comhem.se gmail.com googlemail.com hotmail.com hotmail.se icloud.com live.com live.se me.com \
    outlook.com outlook.se passagen.se protonmail.com spray.se telia.com yahoo.com yahoo.se";
