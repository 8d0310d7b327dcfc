//! Recognizing atoms, calls, displays, comprehensions and f-strings.

use super::diagnose::{Diagnoser, Node, Parse, Shape, Targets, is_keyword};
use super::token::Kind;

pub(super) const STAR: &str = "Invalid star expression";

impl Diagnoser<'_, '_> {
    pub fn primary(&mut self) -> Parse<Node> {
        let first = self.at;
        let mut value = self.atom()?;
        loop {
            match self.text() {
                trailer @ ("." | "(" | "[") => {
                    let at = self.at;
                    let (found, shape) = match trailer {
                        "." => {
                            self.at += 1;
                            (self.maybe(at, |d| d.expect_name())?, Shape::Attribute)
                        }
                        "(" => (self.maybe(at, |d| d.arguments())?, Shape::Other("function call")),
                        _ => (self.maybe(at, |d| d.subscript())?, Shape::Subscript),
                    };
                    if found.is_none() {
                        return Ok(value);
                    }
                    value = self.node(shape, first, Vec::new());
                }
                _ => return Ok(value),
            }
        }
    }

    fn subscript(&mut self) -> Parse<()> {
        self.at += 1;
        self.slices()?;
        self.expect("]")
    }

    fn slices(&mut self) -> Parse<()> {
        loop {
            if self.accept("*") {
                self.starred_value(|d| d.expression())?;
            } else {
                self.slice()?;
            }
            if !self.accept(",") || self.is("]") {
                return Ok(());
            }
        }
    }

    fn slice(&mut self) -> Parse<()> {
        let mut colons = 0;
        loop {
            if colons < 3 && self.accept(":") {
                colons += 1;
                if colons == 3 {
                    self.at -= 1;
                    return self.invalid();
                }
                continue;
            }
            if colons > 0 && (self.is("]") || self.is(",")) {
                return Ok(());
            }
            if colons > 0 {
                self.expression()?;
            } else if self.named_expression()?.shape == Shape::Other("named expression") {
                return Ok(());
            }
            if !self.is(":") {
                return Ok(());
            }
        }
    }

    fn atom(&mut self) -> Parse<Node> {
        let first = self.at;
        match self.kind() {
            Kind::Number => {
                self.at += 1;
                Ok(self.node(Shape::Other("literal"), first, Vec::new()))
            }
            Kind::String | Kind::FStringStart => self.strings(),
            Kind::Name => {
                let text = self.text_at(self.at);
                let shape = match text {
                    "True" => Shape::Other("True"),
                    "False" => Shape::Other("False"),
                    "None" => Shape::Other("None"),
                    _ if is_keyword(text) => return self.invalid(),
                    _ => Shape::Name,
                };
                self.at += 1;
                Ok(self.node(shape, first, Vec::new()))
            }
            Kind::Op => match self.text_at(self.at) {
                "..." => {
                    self.at += 1;
                    Ok(self.node(Shape::Other("ellipsis"), first, Vec::new()))
                }
                "(" => self.group(),
                "[" => self.list(),
                "{" => self.braces(),
                _ => self.invalid(),
            },
            _ => self.invalid(),
        }
    }

    pub fn strings(&mut self) -> Parse<Node> {
        let first = self.at;
        let mut shape = Shape::Other("literal");
        let (mut bytes, mut texts) = (false, false);
        loop {
            match self.kind() {
                Kind::String => {
                    let literal = self.text_at(self.at);
                    let prefix = literal.split(['"', '\'']).next().unwrap_or_default();
                    *(if prefix.contains(['b', 'B']) { &mut bytes } else { &mut texts }) = true;
                    self.decode(prefix)?;
                    self.at += 1;
                }
                Kind::FStringStart => {
                    texts = true;
                    shape = Shape::Other("f-string expression");
                    self.fstring()?;
                }
                _ if bytes && texts => return self.error_here("cannot mix bytes and nonbytes literals"),
                _ => return Ok(self.node(shape, first, Vec::new())),
            }
        }
    }

    fn group(&mut self) -> Parse<Node> {
        let first = self.at;
        self.at += 1;
        if self.accept(")") {
            let mut node = self.node(Shape::Tuple, first, Vec::new());
            node.closed = true;
            return Ok(node);
        }
        let double = self.at;
        if self.is("**") {
            if self.quiet == 0 {
                self.at += 1;
                if self.maybe(double, |d| d.expression())?.is_some() && self.is(")") {
                    return self.error("cannot use double starred expression here", double, double);
                }
                self.at = double;
            }
            return self.invalid();
        }
        if self.is("yield") {
            let value = self.yield_expression()?;
            self.expect(")")?;
            return Ok(Node { closed: true, ..value });
        }
        let value = self.items(first)?;
        if self.is("for") || self.is("async") {
            self.for_clauses()?;
            self.expect(")")?;
            let mut node = self.node(Shape::Other("generator expression"), first, Vec::new());
            node.closed = true;
            return Ok(node);
        }
        if value.shape == Shape::Starred && self.is(")") {
            return self.error_at("cannot use starred expression here", &value);
        }
        self.expect(")")?;
        let shape = value.shape;
        let (first, last) =
            if shape == Shape::Tuple && !value.closed { (first, self.at - 1) } else { (value.first, value.last) };
        Ok(Node { first, last, closed: true, ..value })
    }

    /// The items of a group, list or set; a comprehension's element must be one expression that is not starred.
    fn items(&mut self, bracket: usize) -> Parse<Node> {
        let value = self.listed(|d| d.star_expression(true))?;
        if !self.is("for") && !self.is("async") {
            return Ok(value);
        }
        let tuple = value.shape == Shape::Tuple && !value.closed;
        if self.quiet == 0 {
            let at = self.at;
            if value.shape == Shape::Starred && self.maybe(at, |d| d.for_clauses())?.is_some() {
                return self.error_at("iterable unpacking cannot be used in comprehension", &value);
            }
            let round = self.text_at(bracket) == "(";
            if tuple && !round && self.maybe(at, |d| d.for_clauses())?.is_some() {
                let message = "did you forget parentheses around the comprehension target?";
                return self.error_at(message, &value);
            }
        }
        if tuple || value.shape == Shape::Starred {
            return self.invalid();
        }
        Ok(value)
    }

    /// What a display begins with as far as the rules for errors look into one that stands beside an expression.
    pub fn first_elements(&mut self) -> Parse<()> {
        let bracket = self.at;
        self.at += 1;
        self.quiet += self.behind_name as u32;
        let items = self.items(bracket);
        self.quiet -= self.behind_name as u32;
        items?;
        if self.is("for") || self.is("async") { self.for_clauses() } else { Ok(()) }
    }

    fn list(&mut self) -> Parse<Node> {
        let first = self.at;
        self.at += 1;
        if self.accept("]") {
            return Ok(self.node(Shape::List, first, Vec::new()));
        }
        let value = self.items(first)?;
        if self.is("for") || self.is("async") {
            self.for_clauses()?;
            self.expect("]")?;
            return Ok(self.node(Shape::Other("list comprehension"), first, Vec::new()));
        }
        self.expect("]")?;
        let parts = if value.shape == Shape::Tuple && !value.closed { value.parts } else { vec![value] };
        Ok(self.node(Shape::List, first, parts))
    }

    /// Sets, dicts and their comprehensions.
    fn braces(&mut self) -> Parse<Node> {
        let first = self.at;
        self.at += 1;
        if self.accept("}") {
            return Ok(self.node(Shape::Other("dict literal"), first, Vec::new()));
        }
        if self.is("**") {
            return self.dict(first);
        }
        if !self.is("*") {
            let at = self.at;
            self.named_expression()?;
            if self.is(":") {
                self.at = at;
                return self.dict(first);
            }
            self.at = at;
        }
        self.items(first)?;
        if self.is("for") || self.is("async") {
            self.for_clauses()?;
            self.expect("}")?;
            return Ok(self.node(Shape::Other("set comprehension"), first, Vec::new()));
        }
        self.expect("}")?;
        Ok(self.node(Shape::Other("set display"), first, Vec::new()))
    }

    fn dict(&mut self, first: usize) -> Parse<Node> {
        let mut count = 0;
        loop {
            let item = self.at;
            if self.accept("**") {
                self.binary(0)?;
                if count == 0 && self.quiet == 0 && (self.is("for") || self.is("async")) {
                    let at = self.at;
                    if self.maybe(at, |d| d.for_clauses())?.is_some() && self.is("}") {
                        let message = "dict unpacking cannot be used in dict comprehension";
                        return self.error(message, item, item);
                    }
                    self.at = at;
                }
            } else {
                // After the first pair CPython looks for the colon before any other error.
                let later = if count > 0 { self.attempt(|d| d.expression()) } else { None };
                let key = match later {
                    Some(key) => key,
                    None => self.expression()?,
                };
                if !self.is(":") {
                    if count > 0 {
                        // One column, that of the key's last character.
                        let mut error =
                            self.source.error("':' expected after dictionary key", self.range(key.last, key.last));
                        error.column = error.end_column - 1;
                        error.line = error.end_line;
                        error.end_column = 0;
                        return self.error_at_once(Err(error));
                    }
                    return self.invalid();
                }
                let colon = self.at;
                self.at += 1;
                if self.is("*") {
                    let star = self.at;
                    self.at += 1;
                    self.binary(0)?;
                    self.kind();
                    let error = self.error_from("cannot use a starred expression in a dictionary value", star);
                    return self.error_at_once(error);
                }
                if self.is("}") || self.is(",") {
                    let error = self.error("expression expected after dictionary key and ':'", colon, colon);
                    return self.error_at_once(error);
                }
                self.expression()?;
                if count == 0 && (self.is("for") || self.is("async")) {
                    self.for_clauses()?;
                    self.expect("}")?;
                    return Ok(self.node(Shape::Other("dict comprehension"), first, Vec::new()));
                }
            }
            count += 1;
            if !self.accept(",") || self.is("}") {
                break;
            }
        }
        self.expect("}")?;
        Ok(self.node(Shape::Other("dict literal"), first, Vec::new()))
    }

    pub fn for_clauses(&mut self) -> Parse<()> {
        loop {
            if self.is("async") {
                self.at += 1;
            }
            self.expect("for")?;
            self.for_targets(true)?;
            self.conditional_free()?;
            while self.accept("if") {
                self.conditional_free()?;
            }
            let again = self.is("for") || (self.is("async") && self.text_ahead() == "for");
            if !again {
                return Ok(());
            }
        }
    }

    /// A `disjunction`: what follows `in` and `if` in a comprehension.
    fn conditional_free(&mut self) -> Parse<Node> {
        if self.is("lambda") {
            return self.invalid();
        }
        self.disjunction_only()
    }

    /// The targets of a `for`, and the `in` behind them.
    pub fn for_targets(&mut self, comprehension: bool) -> Parse<()> {
        let at = self.at;
        if self.maybe(at, |d| d.listed(Self::target))?.is_some() && self.accept("in") {
            return Ok(());
        }
        self.at = at;
        if comprehension && self.maybe(at, |d| d.listed(|d| d.binary(0)))?.is_some() && !self.is("in") {
            return self.error_here("'in' expected after for-loop variables");
        }
        self.at = at;
        if self.quiet == 0
            && let Some(value) = self.maybe(at, |d| d.star_expressions())?
            && let Some(wrong) = self.invalid_target(&value, Targets::For)
        {
            return self.error_at(format!("cannot assign to {}", wrong.name()), &wrong);
        }
        self.at = at;
        self.invalid()
    }

    /// What a value can be assigned to (`star_target`).
    pub fn target(&mut self) -> Parse<Node> {
        let first = self.at;
        if self.accept("*") {
            let value = self.target()?;
            return Ok(self.node(Shape::Starred, first, vec![value]));
        }
        let node = self.primary()?;
        if self.invalid_target(&node, Targets::Star).is_some() { self.invalid() } else { Ok(node) }
    }

    pub fn fstring_value(&mut self) -> Parse<Node> {
        self.listed(|d| {
            let first = d.at;
            if !d.accept("*") {
                return d.expression();
            }
            let value = d.binary(0)?;
            Ok(d.node(Shape::Starred, first, vec![value]))
        })
    }
}
