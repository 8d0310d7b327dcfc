//! Plain elements written as XML; the text of `xml.etree.ElementTree` knows the rest, and words the errors.

use std::borrow::Cow;

use super::making::words;
use super::{ATTRIBUTES, TAG, TAIL, WORDS, children, known};
use crate::modules::shortcuts::Known;
use crate::objects::{Interp, Value};
use crate::trace::sorted::sort_by;

/// What the text has given behind its functions: the prefixes of namespaces, and the tags of comments and instructions.
const PREFIXES: usize = 4;
const COMMENT: usize = 5;
const INSTRUCTION: usize = 6;

/// Elements deeper within are the text's.
const DEEPEST: usize = 150;

struct Writer<'a> {
    known: &'a Known,
    out: String,
    /// Namespaces and their prefixes, as they are met.
    spaces: Vec<(String, String)>,
    /// Whether an element without content is written as one tag.
    short: bool,
    /// Behind the name of the root, where it has one.
    begun: Option<usize>,
}

/// `_plainly_written(root, short)`: the text of an element, and the declarations of its namespaces in it.
pub(super) fn write(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [root, Value::Bool(short)] = &*args else { return None };
    let known = known(i)?;
    let mut writer = Writer { known: &known, out: String::new(), spaces: Vec::new(), short: *short, begun: None };
    writer.element(i, root, 0)?;
    if let Some(at) = writer.begun {
        let Writer { out, spaces, .. } = &mut writer;
        sort_by(spaces, |a, b| a.1.cmp(&b.1));
        let declared = |(space, prefix): &(String, String)| match &**prefix {
            "xml" => String::new(),
            prefix => format!(" xmlns:{prefix}=\"{}\"", attribute(space)),
        };
        out.insert_str(at, &spaces.iter().map(declared).collect::<String>());
    }
    i.charge(writer.out.len() as u64 / 32);
    Some(writer.out.into())
}

impl Writer<'_> {
    fn element(&mut self, i: &mut dyn Interp, element: &Value, depth: usize) -> Option<()> {
        let known = self.known;
        let text = words(known, element, WORDS)?;
        let text = text.as_ref().map(|text| text.data.to_utf8().ok());
        let text = match &text {
            Some(text) => Some(text.as_deref()?),
            None => None,
        };
        match known.kept(element, 0, TAG)? {
            Value::Str(tag) if depth < DEEPEST => {
                let name = self.name(i, &tag.data.to_utf8().ok()?)?;
                self.out.push('<');
                self.out.push_str(&name);
                self.begun.get_or_insert(self.out.len());
                let Value::Dict(attributes) = known.kept(element, 0, ATTRIBUTES)? else { return None };
                for (key, value) in attributes.entries() {
                    let (Value::Str(key), Value::Str(value)) = (key, value) else { return None };
                    let key = self.name(i, &key.data.to_utf8().ok()?)?;
                    let value = value.data.to_utf8().ok()?;
                    for part in [" ", &key, "=\"", &attribute(&value), "\""] {
                        self.out.push_str(part);
                    }
                }
                let below = children(known, element)?.items.borrow().clone();
                if below.is_empty() && text.is_none_or(str::is_empty) && self.short {
                    self.out.push_str(" />");
                } else {
                    self.out.push('>');
                    self.out.push_str(&content(text.unwrap_or_default()));
                    for child in &below {
                        self.element(i, child, depth + 1)?;
                    }
                    for part in ["</", &name, ">"] {
                        self.out.push_str(part);
                    }
                }
            }
            tag if tag.is(&known.given[COMMENT]) => self.out.extend(["<!--", text?, "-->"]),
            tag if tag.is(&known.given[INSTRUCTION]) => self.out.extend(["<?", text?, "?>"]),
            _ => return None,
        }
        if let Some(tail) = words(known, element, TAIL)? {
            self.out.push_str(&content(&tail.data.to_utf8().ok()?));
        }
        Some(())
    }

    /// A name with the prefix of its namespace.
    fn name(&mut self, i: &mut dyn Interp, name: &str) -> Option<String> {
        let Some(whole) = name.strip_prefix('{') else { return Some(name.to_string()) };
        let (space, local) = whole.rsplit_once('}')?;
        let prefix = match self.spaces.iter().find(|(known, _)| known == space) {
            Some((_, prefix)) => prefix.clone(),
            None => {
                let Value::Dict(prefixes) = &self.known.given[PREFIXES] else { return None };
                let prefix = match prefixes.get(i, &space.into()).ok()? {
                    Some(prefix) => Some(prefix.text_or_empty()).filter(|prefix| !prefix.is_empty()),
                    None => None,
                };
                let prefix = prefix.unwrap_or_else(|| format!("ns{}", self.spaces.len()));
                self.spaces.push((space.to_string(), prefix.clone()));
                prefix
            }
        };
        Some(format!("{prefix}:{local}"))
    }
}

/// Characters that stand for themselves nowhere in a text, and how they are written.
const CONTENT: &[(char, &str)] = &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;")];

/// The same of an attribute's value.
const ATTRIBUTE: &[(char, &str)] =
    &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\r', "&#13;"), ('\n', "&#10;"), ('\t', "&#09;")];

fn content(text: &str) -> Cow<'_, str> {
    escaped(text, CONTENT)
}

fn attribute(text: &str) -> Cow<'_, str> {
    escaped(text, ATTRIBUTE)
}

fn escaped<'a>(text: &'a str, table: &[(char, &str)]) -> Cow<'a, str> {
    let written = |c: char| table.iter().find(|(known, _)| *known == c).map(|(_, written)| *written);
    if !text.contains(|c| written(c).is_some()) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match written(c) {
            Some(written) => out.push_str(written),
            None => out.push(c),
        }
    }
    out.into()
}
