//! `xml.etree.ElementTree`: documents that are plain and well-formed read at once, and an element's children found by
//! their tags. The text knows the rest, and words the errors.

mod making;
mod walking;
mod writing;

use std::rc::Rc;

use super::shortcuts::{self, Known, Text};
use crate::objects::code::Shortcut;
use crate::objects::containers::{Dict, List};
use crate::objects::hasher::FastMap;
use crate::objects::look::change;
use crate::objects::{Interp, Value, gc};

/// What an element keeps.
const NAMES: &[&str] = &["tag", "attrib", "_children", "text", "tail"];
const TAG: usize = 0;
const ATTRIBUTES: usize = 1;
const CHILDREN: usize = 2;
const WORDS: usize = 3;
const TAIL: usize = 4;

fn known(i: &mut dyn Interp) -> Option<Rc<Known>> {
    shortcuts::known(i, shortcuts::ELEMENTS)
}

const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// An element whose end has not been read.
struct Open<'a> {
    name: &'a str,
    tag: Value,
    attributes: Rc<Dict>,
    children: Vec<Value>,
    words: Value,
}

/// A document that is being read; whatever is not plain makes it give up.
struct Document<'a> {
    text: &'a str,
    at: usize,
    /// Behind the mark of its byte order.
    begun: usize,
    known: Rc<Known>,
    open: Vec<Open<'a>>,
    /// Since the last tag.
    data: Option<String>,
    /// Prefixes and what they stand for, the innermost last, with the depth of their element.
    spaces: Vec<(usize, &'a str, String)>,
    /// Tags and names that have been read: each is one object.
    names: FastMap<String, Value>,
}

fn is_space(c: u8) -> bool {
    is_blank(c.into())
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n')
}

impl<'a> Document<'a> {
    fn here(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip_space(&mut self) -> bool {
        let before = self.at;
        while is_space(self.here()) {
            self.at += 1;
        }
        self.at > before
    }

    fn take(&mut self, c: u8) -> Option<()> {
        let found = self.here() == c;
        self.at += usize::from(found);
        found.then_some(())
    }

    /// What stands before an end, which is gone over.
    fn until(&mut self, end: &str) -> Option<&'a str> {
        let found = &self.rest()[..self.rest().find(end)?];
        self.at += found.len() + end.len();
        Some(found)
    }

    fn name(&mut self) -> Option<&'a str> {
        let is_part = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'.' | b':' | b'-');
        let len = self.rest().bytes().take_while(|c| is_part(*c)).count();
        let name = &self.rest()[..len];
        self.at += len;
        let first = *name.as_bytes().first()?;
        let one_prefix = name.split_once(':').is_none_or(|(_, local)| {
            local.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && !local.contains(':')
        });
        ((first.is_ascii_alphabetic() || first == b'_') && one_prefix)
            .then_some(name)
            .filter(|_| self.here().is_ascii())
    }

    fn root(&mut self, i: &mut dyn Interp) -> Option<Value> {
        let mut root = None;
        while self.at < self.text.len() {
            if self.here() != b'<' {
                let end = self.rest().find('<').unwrap_or(self.rest().len());
                let piece = &self.rest()[..end];
                if self.open.is_empty() {
                    if !piece.bytes().all(is_space) {
                        return None;
                    }
                } else if piece.contains("]]>") {
                    return None;
                } else {
                    let piece = replaced(piece)?;
                    self.data.get_or_insert_default().push_str(&piece);
                }
                self.at += end;
            } else if self.rest().starts_with("<!--") {
                self.at += 4;
                let comment = self.until("-->")?;
                if comment.contains("--") || comment.ends_with('-') {
                    return None;
                }
            } else if self.rest().starts_with("<![CDATA[") && !self.open.is_empty() {
                self.at += 9;
                let piece = self.until("]]>")?;
                if !piece.is_empty() {
                    self.data.get_or_insert_default().push_str(piece);
                }
            } else if self.rest().starts_with("<?") {
                self.instruction()?;
            } else if self.rest().starts_with("</") {
                self.at += 2;
                let name = self.name()?;
                self.skip_space();
                self.take(b'>')?;
                if self.open.last()?.name != name {
                    return None;
                }
                self.end(&mut root)?;
            } else {
                if root.is_some() {
                    return None;
                }
                self.start(i, &mut root)?;
            }
        }
        root.filter(|_| self.open.is_empty())
    }

    /// A declaration in its two usual forms, and instructions to programs, which nobody gets here.
    fn instruction(&mut self) -> Option<()> {
        let start = self.at;
        self.at += 2;
        let name = self.name()?;
        let xml = name.eq_ignore_ascii_case("xml");
        if name.contains(':') || xml && (name != "xml" || start > self.begun) {
            return None;
        }
        let inside = self.until("?>")?;
        if !xml {
            return (inside.is_empty() || inside.starts_with(is_blank)).then_some(());
        }
        let rest = inside.replace('\'', "\"");
        let rest = rest.strip_prefix(" version=\"1.0\"")?;
        let Some(encoding) = rest.strip_prefix(" encoding=\"") else { return rest.is_empty().then_some(()) };
        let name = encoding.strip_suffix('"')?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        (name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(plain)).then_some(())
    }

    /// Gives the characters since the last tag to the element that they belong to.
    fn flush(&mut self) -> Option<()> {
        let (Some(data), Some(open)) = (self.data.take(), self.open.last_mut()) else { return Some(()) };
        match open.children.last() {
            None => open.words = data.into(),
            Some(Value::Object(child)) => _ = change(&child.attrs).set(self.known.names[TAIL], data.into()),
            Some(_) => return None,
        }
        Some(())
    }

    fn start(&mut self, i: &mut dyn Interp, root: &mut Option<Value>) -> Option<()> {
        self.flush()?;
        self.at += 1;
        let name = self.name()?;
        let depth = self.open.len() + 1;
        let mut given: Vec<(&str, String)> = Vec::new();
        let closed = loop {
            let spaced = self.skip_space();
            match self.here() {
                b'>' => break false,
                b'/' => {
                    self.at += 1;
                    break true;
                }
                _ if !spaced => return None,
                _ => {}
            }
            let key = self.name()?;
            self.skip_space();
            self.take(b'=')?;
            self.skip_space();
            let quote = self.here();
            let value = match quote {
                b'"' | b'\'' => {
                    self.at += 1;
                    self.until(if quote == b'"' { "\"" } else { "'" })?
                }
                _ => return None,
            };
            if value.contains('<') || given.iter().any(|(other, _)| *other == key) {
                return None;
            }
            let value = replaced(&value.replace(['\n', '\t'], " "))?;
            let prefix = match key.strip_prefix("xmlns") {
                Some("") => "",
                Some(prefix) if prefix.starts_with(':') => &prefix[1..],
                _ => {
                    given.push((key, value));
                    continue;
                }
            };
            // What namespaces are not allowed to be, the text tells.
            let twice = self.spaces.iter().any(|(of, known, _)| *of == depth && *known == prefix);
            if twice
                || matches!(prefix, "xml" | "xmlns")
                || value.is_empty() && !prefix.is_empty()
                || value.starts_with("http://www.w3.org/") && (value == XML || value == XMLNS)
            {
                return None;
            }
            self.spaces.push((depth, prefix, value));
        };
        self.take(b'>')?;
        let (tag, attributes) = (self.spread(name, false)?, Dict::new());
        let many = given.len();
        for (key, value) in given {
            let key = self.spread(key, true)?;
            attributes.set(i, key, value.into()).ok()?;
        }
        if attributes.len() < many {
            return None;
        }
        self.open.push(Open { name, tag, attributes, children: Vec::new(), words: Value::None });
        if closed { self.end(root) } else { Some(()) }
    }

    fn end(&mut self, root: &mut Option<Value>) -> Option<()> {
        self.flush()?;
        let depth = self.open.len();
        while self.spaces.last().is_some_and(|(of, ..)| *of >= depth) {
            self.spaces.pop();
        }
        let Open { tag, attributes, children, words, .. } = self.open.pop()?;
        let parts = [tag, Value::Dict(attributes), Value::list(children), words, Value::None];
        let element = self.known.made(0, 0, &parts)?;
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => *root = Some(element),
        }
        Some(())
    }

    /// A name with what its prefix stands for.
    fn spread(&mut self, name: &str, attribute: bool) -> Option<Value> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let space = match prefix {
            "" if attribute => "",
            "xml" => XML,
            _ => match self.spaces.iter().rev().find(|(_, known, _)| *known == prefix) {
                Some((_, _, space)) => space,
                None if prefix.is_empty() => "",
                None => return None,
            },
        };
        let whole = match (space, prefix) {
            ("", "") => local.to_string(),
            _ => format!("{{{space}}}{local}"),
        };
        Some(self.names.entry(whole).or_insert_with_key(|whole| whole.as_str().into()).clone())
    }
}

/// Besides what controls terminals.
const NEVER: [char; 2] = ['\u{fffe}', '\u{ffff}'];

/// The characters that references stand for.
fn replaced(piece: &str) -> Option<String> {
    let mut parts = piece.split('&');
    let mut out = parts.next()?.to_string();
    for part in parts {
        let (name, rest) = part.split_once(';')?;
        out.push(match name {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            "apos" => '\'',
            _ => {
                let number = name.strip_prefix('#').filter(|number| !number.contains('+'))?;
                let code = match number.strip_prefix('x') {
                    Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(code).filter(|c| *c >= ' ' && !NEVER.contains(c) || matches!(c, '\t' | '\n'))?
            }
        });
        out.push_str(rest);
    }
    Some(out)
}

/// `_plainly(text)`: the root of a document.
fn read(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Str(text)] = &*args else { return None };
    let text = text.data.to_utf8().ok()?;
    if text.bytes().any(|c| c < b' ' && !is_space(c)) || text.contains(NEVER) {
        return None;
    }
    let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let (known, names) = (known(i)?, FastMap::default());
    let spaces = Vec::new();
    Document { text: &text, at, begun: at, known, open: Vec::new(), data: None, spaces, names }.root(i)
}

/// The children of a plain element.
fn children(known: &Known, value: &Value) -> Option<Rc<List>> {
    match known.kept(value, 0, CHILDREN)? {
        Value::List(list) => Some(list),
        _ => None,
    }
}

/// The children of a tag, at most so many.
fn found(i: &mut dyn Interp, this: &Value, path: &Value, most: usize) -> Option<Vec<Value>> {
    let known = known(i)?;
    let Value::Str(path) = path else { return None };
    let plain = path.data.as_ascii()?;
    if plain.bytes().any(|c| matches!(c, b'{' | b'/' | b'*' | b'[' | b'@' | b'.')) {
        return None;
    }
    let mut all = Vec::new();
    for child in children(&known, this)?.items.borrow().iter() {
        match known.kept(child, 0, TAG)? {
            Value::Str(tag) if tag.data == path.data => all.push(child.clone()),
            Value::Str(_) | Value::Builtin(_) | Value::Function(_) => {}
            _ => return None,
        }
        if all.len() == most {
            break;
        }
    }
    Some(all)
}

fn find(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this, path] | [this, path, Value::None]) = &*args else { return None };
    Some(found(i, this, path, 1)?.pop().unwrap_or(Value::None))
}

fn find_all(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this, path] | [this, path, Value::None]) = &*args else { return None };
    found(i, this, path, usize::MAX).map(Value::list)
}

fn find_text(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, path, default) = match &*args {
        [this, path] => (this, path, &Value::None),
        [this, path, default] | [this, path, default, Value::None] => (this, path, default),
        _ => return None,
    };
    match found(i, this, path, 1)?.pop() {
        None => Some(default.clone()),
        Some(child) => match known(i)?.kept(&child, 0, WORDS)? {
            Value::None => Some("".into()),
            Value::Str(text) => Some(Value::Str(text)),
            _ => None,
        },
    }
}

fn get(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, key, default) = match &*args {
        [this, key] => (this, key, &Value::None),
        [this, key, default] => (this, key, default),
        _ => return None,
    };
    match (known(i)?.kept(this, 0, ATTRIBUTES)?, key) {
        (Value::Dict(attributes), Value::Str(_)) => {
            Some(attributes.get(i, key).ok()?.unwrap_or_else(|| default.clone()))
        }
        _ => None,
    }
}

fn len(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let known = known(i)?;
    let len = children(&known, args.first()?)?.items.borrow().len();
    Some(len.into())
}

fn append(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this, child], known) = (&*args, known(i)?) else { return None };
    known.instance(child, 0)?;
    let list = children(&known, this)?;
    gc::link(&list, child);
    list.items.borrow_mut().push(child.clone());
    Some(Value::None)
}

const METHODS: [(&str, Shortcut); 13] = [
    ("__init__", making::init),
    ("__iter__", making::iter),
    ("__getitem__", making::item),
    ("makeelement", making::make_element),
    ("set", making::set),
    ("items", making::items),
    ("iter", walking::iter),
    ("find", find),
    ("findall", find_all),
    ("findtext", find_text),
    ("get", get),
    ("__len__", len),
    ("append", append),
];

/// Given: Element, `_plainly`, `SubElement`, `_plainly_written` and what that needs.
pub const TEXT: Text = Text {
    names: NAMES,
    tables: &[(0, &METHODS), (1, &[("", read)]), (2, &[("", making::sub_element)]), (3, &[("", writing::write)])],
};
