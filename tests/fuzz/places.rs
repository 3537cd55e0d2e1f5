//! Where in the small content a file can lie. The first byte of every input chooses; the rest is the file.

/// One place of every kind; what is fuzzed takes the place of the file that lies there, if there is one.
pub const PLACES: [&str; 12] = [
    "kommun.yaml",
    "skalor.yaml",
    "pastaenden/god.yaml",
    "matetal/loggar.yaml",
    "ar/2024.md",
    "sidor/om.md",
    "organ/miljonamnden/organ.yaml",
    "organ/miljonamnden/matetal/loggar.yaml",
    "organ/miljonamnden/2024/sjalvskattning.yaml",
    "organ/miljonamnden/2024/atgarder/rutin.md",
    "organ/miljonamnden/2024/granskningar/avgifter.md",
    "organ/miljonamnden/2024/rapport.md",
];
