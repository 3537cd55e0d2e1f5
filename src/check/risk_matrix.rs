//! Reads `riskmatris.yaml`: the steps of both scales, and a verdict for every pair of them.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::scales::tone;
use super::{colophon, values};
use crate::diagnostic::{Code, Diagnostic, Reported, brief};
use crate::model::{RiskMatrix, RiskStep, RiskVerdict};
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// A pair of likelihood and consequence, with the place where it is written.
type Cell = ((u32, u32), Span);

/// Reads the matrix.
///
/// # Errors
/// When it has faults, or a pair has no verdict or several.
pub fn read(node: &Node, context: &mut Context<'_>) -> Result<RiskMatrix, Reported> {
    let mut fields = Fields::of(node, &words!("riskmatrisen", "the matrix of risks"), context)?;
    let name = fields.optional("namn", values::text, context);
    let likelihood = fields.required("sannolikhet", steps, context);
    let consequence = fields.required("konsekvens", steps, context);
    let verdicts = fields.required(
        "omdömen",
        |node, context| values::items(node, ("namn", "Låg risk"), verdict, context),
        context,
    );
    let remarks = colophon::remarks(&mut fields, context);
    let (place, origin) = (fields.place("omdömen"), context.origin(fields.span));
    fields.finish(context)?;
    let (name, likelihood, consequence, verdicts) = (name?, likelihood?, consequence?, verdicts?);
    let cells = cells((&likelihood, &consequence), &verdicts, place, context)?;
    Ok(RiskMatrix {
        name: name.unwrap_or_else(|| "Riskmatris".to_owned()),
        likelihood,
        consequence,
        verdicts: verdicts.into_iter().map(|(verdict, _)| verdict).collect(),
        cells,
        remarks: remarks?,
        origin,
    })
}

/// The steps of a scale, whose numbers rise.
fn steps(node: &Node, context: &mut Context<'_>) -> Result<Vec<RiskStep>, Reported> {
    let steps = values::items(node, ("nivå", "1"), step, context)?;
    let mut told = if steps.is_empty() {
        let message = words!("det finns inga nivåer", "there are no levels");
        let hint = words!("Skriv minst en nivå, den lägsta först", "Write at least one level, the lowest first");
        Err(context.error(Code::EmptyValue, node.span, message, hint))
    } else {
        Ok(())
    };
    for (at, pair) in steps.windows(2).enumerate() {
        let (before, level) = (pair[0].level, pair[1].level);
        if before < level {
            continue;
        }
        let place = node.items().get(at + 1).and_then(|item| item.at("nivå")).map_or(node.span, |level| level.span);
        let message = words!("nivån {level} kommer efter {before}", "the level {level} comes after {before}");
        let hint = words!(
            "Skriv nivåerna i ordning, den lägsta först och varje nivå en gång",
            "Write the levels in order, the lowest first and each of them once"
        );
        told = Err(context.error(Code::NotAllowed, place, message, hint));
    }
    told.map(|()| steps)
}

fn step(node: &Node, context: &mut Context<'_>) -> Result<RiskStep, Reported> {
    let mut fields = Fields::like(node, &words!("nivån", "the level"), "{ nivå: 1, namn: Osannolik }", context)?;
    let level = fields.required("nivå", level, context);
    let name = fields.required("namn", values::text, context);
    let description = fields.optional("beskrivning", values::text, context);
    fields.finish(context)?;
    Ok(RiskStep { level: level?, name: name?, description: description? })
}

/// The highest number that a level can have.
const HIGHEST: u32 = 1_000;

fn level(node: &Node, context: &mut Context<'_>) -> Result<u32, Reported> {
    let level = values::count(node, context)?;
    if (1..=HIGHEST).contains(&level) {
        return Ok(level);
    }
    let message =
        words!("nivån {level} ligger inte mellan 1 och {HIGHEST}", "the level {level} is not between 1 and {HIGHEST}");
    let hint = words!("Börja med 1, den lägsta nivån", "Begin with 1, the lowest level");
    Err(context.error(Code::NotAllowed, node.span, message, hint))
}

fn verdict(node: &Node, context: &mut Context<'_>) -> Result<(RiskVerdict, Vec<Cell>), Reported> {
    let example = "{ namn: Låg risk, ton: god, symbol: \"●\", rutor: [ 1x1, 1x2, 2x1 ] }";
    let mut fields = Fields::like(node, &words!("omdömet", "the verdict"), example, context)?;
    let name = fields.required("namn", values::text, context);
    let tone = fields.required("ton", tone, context);
    let symbol = fields.required("symbol", values::text, context);
    let cells = fields.required("rutor", |node, context| values::list(node, cell, context), context);
    let description = fields.optional("beskrivning", values::text, context);
    fields.finish(context)?;
    Ok((RiskVerdict { name: name?, tone: tone?, symbol: symbol?, description: description? }, cells?))
}

/// A pair as people write it: likelihood, a cross, consequence.
fn cell(node: &Node, context: &mut Context<'_>) -> Result<Cell, Reported> {
    let text = values::reference(node, context)?;
    let level = |text: &str| text.trim().parse::<u32>().ok();
    let pair = text.split_once(['x', 'X', '×', '*']).and_then(|(one, other)| Some((level(one)?, level(other)?)));
    pair.map(|pair| (pair, node.span)).ok_or_else(|| {
        let text = brief(&text);
        let message = words!("”{text}” är ingen ruta i matrisen", "“{text}” is no cell of the matrix");
        let hint = words!(
            "Skriv sannolikhet, x och konsekvens, till exempel 2x3",
            "Write likelihood, x and consequence, such as 2x3"
        );
        context.error(Code::NotAllowed, node.span, message, hint)
    })
}

/// The verdict of every cell, each exactly once.
fn cells(
    (likelihood, consequence): (&[RiskStep], &[RiskStep]),
    verdicts: &[(RiskVerdict, Vec<Cell>)],
    place: Span,
    context: &mut Context<'_>,
) -> Result<BTreeMap<(u32, u32), usize>, Reported> {
    let mut told = Ok(());
    let mut first: BTreeMap<(u32, u32), (usize, Span)> = BTreeMap::new();
    let is_step = |steps: &[RiskStep], level: u32| steps.iter().any(|step| step.level == level);
    for (at, (_, cells)) in verdicts.iter().enumerate() {
        for ((one, other), span) in cells {
            let outside = if is_step(likelihood, *one) {
                (!is_step(consequence, *other)).then_some((consequence, words!("konsekvens", "consequence")))
            } else {
                Some((likelihood, words!("sannolikhet", "likelihood")))
            };
            if let Some((steps, scale)) = outside {
                let message = words!(
                    "rutan {one}x{other} ligger utanför matrisen",
                    "the cell {one}x{other} lies outside the matrix"
                );
                let levels = listed(steps);
                let hint = words!("Nivåerna för {scale} är {levels}", "The levels of {scale} are {levels}", scale);
                told = Err(context.error(Code::UnknownLevel, *span, message, hint));
            } else if let Some((_, before)) = first.get(&(*one, *other)) {
                let message = words!("rutan {one}x{other} har två omdömen", "the cell {one}x{other} has two verdicts");
                let hint = words!("Ta bort rutan från det ena omdömet", "Remove the cell from one of the verdicts");
                let fault = Diagnostic::new(Code::MatrixCells, *span, message).hint(hint);
                told =
                    Err(context.diagnostics.error(fault.related(*before, words!("den står först här", "first here"))));
            } else {
                first.insert((*one, *other), (at, *span));
            }
        }
    }
    let all = likelihood.iter().flat_map(|one| consequence.iter().map(|other| (one.level, other.level)));
    let holes: Vec<_> =
        all.filter(|cell| !first.contains_key(cell)).map(|(one, other)| format!("{one}x{other}")).collect();
    if !holes.is_empty() {
        let count = holes.len();
        let holes = holes.join(", ");
        let message = if count == 1 {
            words!("rutan {holes} har inget omdöme", "the cell {holes} has no verdict")
        } else {
            words!("{count} rutor har inget omdöme", "{count} cells have no verdict")
        };
        let hint = words!("Skriv {holes} under ”rutor” vid ett omdöme", "Write {holes} at “rutor” of a verdict");
        told = Err(context.error(Code::MatrixCells, place, message, hint));
    }
    told?;
    Ok(first.into_iter().map(|(cell, (at, _))| (cell, at)).collect())
}

/// The levels of a scale with their names: `1 (Osannolik), 2 (Möjlig)`.
pub fn listed(steps: &[RiskStep]) -> String {
    let steps = steps.iter().map(|step| format!("{} ({})", step.level, brief(&step.name)));
    steps.collect::<Vec<_>>().join(", ")
}
