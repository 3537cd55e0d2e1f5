//! Finds where something of the model was written, from its file's tree: rules across files point at the words themselves.

use super::context::Context;
use super::sections;
use crate::source::{Origin, Span};
use crate::syntax::{Content, Node, Value};

/// The value at the end of a path of keys, or as far as the path leads; the origin's line where it leads nowhere.
pub fn value(origin: Origin, path: &[&str], context: &Context<'_>) -> Span {
    walk(origin, path, context).map_or_else(|| context.sources.line(origin), |node| node.span)
}

/// The key at the end of a path of keys; `None` where the path does not lead to its end.
pub fn key(origin: Origin, path: &[&str], context: &Context<'_>) -> Option<Span> {
    let mut node = tree(origin, context)?;
    let mut found = None;
    for wanted in path {
        let Value::Mapping(entries) = &node.value else { return None };
        let (name, value) = entries.iter().find(|(name, _)| has(name, wanted))?;
        (node, found) = (value, Some(name.span));
    }
    found
}

/// The words as they stand somewhere below the end of a path of keys; what the path leads to where they do not.
pub fn below(origin: Origin, path: &[&str], words: &str, context: &Context<'_>) -> Span {
    let found = walk(origin, path, context).and_then(|node| scalar(node, &|one| has(one, words)));
    found.map_or_else(|| value(origin, path, context), |node| node.span)
}

/// The words as they stand first on or after the origin's line, as key or as value; the line where they do not.
pub fn after(origin: Origin, words: &str, context: &Context<'_>) -> Span {
    let wanted = |node: &Node| has(node, words) && context.origin(node.span).line >= origin.line;
    let found = tree(origin, context).and_then(|node| scalar(node, &wanted));
    found.map_or_else(|| context.sources.line(origin), |node| node.span)
}

/// The heading of a section; the origin's line where there is none.
pub fn heading(origin: Origin, title: &str, context: &Context<'_>) -> Span {
    let section = match &context.documents.of(origin.file).content {
        Some(Content::Markdown(markdown)) => sections::find(markdown, title),
        Some(Content::Yaml(_) | Content::Other) | None => None,
    };
    section.map_or_else(|| context.sources.line(origin), |section| section.span)
}

fn walk<'a>(origin: Origin, path: &[&str], context: &Context<'a>) -> Option<&'a Node> {
    let mut node = tree(origin, context)?;
    let mut found = None;
    for key in path {
        let Value::Mapping(entries) = &node.value else { break };
        let Some((_, value)) = entries.iter().find(|(name, _)| has(name, key)) else { break };
        node = value;
        found = Some(node);
    }
    found
}

fn tree<'a>(origin: Origin, context: &Context<'a>) -> Option<&'a Node> {
    context.documents.of(origin.file).front()
}

fn has(node: &Node, words: &str) -> bool {
    matches!(&node.value, Value::Scalar(text) if text.trim() == words)
}

/// The first scalar that is wanted, in the order of the file.
fn scalar<'a>(node: &'a Node, wanted: &dyn Fn(&Node) -> bool) -> Option<&'a Node> {
    match &node.value {
        Value::Empty => None,
        Value::Scalar(_) => wanted(node).then_some(node),
        Value::List(items) => items.iter().find_map(|item| scalar(item, wanted)),
        Value::Mapping(entries) => {
            entries.iter().find_map(|(key, value)| scalar(key, wanted).or_else(|| scalar(value, wanted)))
        }
    }
}
