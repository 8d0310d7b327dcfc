//! Recognizing expressions as CPython's grammar does, with its rules for wrong ones.

use super::diagnose::{Diagnoser, Node, Parse, Shape, is_keyword};
use super::token::Kind;

impl Diagnoser<'_, '_> {
    pub fn node(&self, shape: Shape, first: usize, parts: Vec<Node>) -> Node {
        Node { shape, first, last: self.at.saturating_sub(1).max(first), parts, closed: false }
    }

    /// `a, *b, c`
    pub fn star_expressions(&mut self) -> Parse<Node> {
        self.listed(|d| d.star_expression(false))
    }

    /// Items of a display or group, where assignment expressions may stand.
    pub fn listed(&mut self, item: fn(&mut Self) -> Parse<Node>) -> Parse<Node> {
        let first = self.at;
        let start = item(self)?;
        if !self.is(",") {
            return Ok(start);
        }
        let mut parts = vec![start];
        while self.accept(",") {
            let at = self.at;
            if !self.starts_item() {
                break;
            }
            match self.maybe(at, item)? {
                Some(part) => parts.push(part),
                None => break,
            }
        }
        Ok(self.node(Shape::Tuple, first, parts))
    }

    pub fn star_expression(&mut self, named: bool) -> Parse<Node> {
        let first = self.at;
        if self.accept("*") {
            // Right behind a bracket it could be a comprehension's element, which has a word of its own.
            let element =
                first > 0 && self.tokens[first].level > 0 && matches!(self.text_at(first - 1), "[" | "(" | "{");
            if element && self.quiet == 0 {
                self.starred_value(|d| d.expression())?;
                let equals = self.at;
                if self.accept("=") && self.maybe(equals, |d| d.expression())?.is_some() {
                    return self.error("cannot assign to iterable argument unpacking", first, self.at - 1);
                }
                self.at = first + 1;
            }
            let value = self.binary(0)?;
            return Ok(self.node(Shape::Starred, first, vec![value]));
        }
        if named { self.named_expression() } else { self.expression() }
    }

    /// `invalid_named_expression` and its kin.
    pub fn named_expression(&mut self) -> Parse<Node> {
        let first = self.at;
        if self.is_name() && self.text_at(self.at + 1) == ":=" {
            self.at += 2;
            self.expression()?;
            return Ok(self.node(Shape::Other("named expression"), first, Vec::new()));
        }
        let value = self.expression()?;
        self.walrus(&value)?;
        self.equals_meant(&value)?;
        Ok(value)
    }

    /// No `:=` may stand behind an expression that is no name.
    pub fn walrus(&mut self, value: &Node) -> Parse<()> {
        if !self.is(":=") {
            return Ok(());
        }
        let at = self.at;
        self.at += 1;
        if self.quiet == 0 && self.maybe(at, |d| d.expression())?.is_some() {
            return self.error_at(format!("cannot use assignment expressions with {}", value.name()), value);
        }
        self.at = at;
        self.invalid()
    }

    /// An expression before `=` where a comparison or `:=` could be meant.
    pub fn equals_meant(&mut self, value: &Node) -> Parse<()> {
        if !self.is("=") || !value.is_bitwise_or() || self.quiet > 0 {
            return Ok(());
        }
        let excluded = matches!(value.shape, Shape::List | Shape::Tuple)
            || value.shape == Shape::Other("generator expression")
            || matches!(self.text_at(value.first), "True" | "False" | "None");
        if excluded {
            return Ok(());
        }
        let equals = self.at;
        self.at += 1;
        let right = self.maybe(equals, |d| d.binary(0))?;
        if let Some(right) = right
            && !self.is("=")
            && !self.is(":=")
        {
            if value.shape == Shape::Name && !value.closed {
                let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
                return self.error(message, value.first, right.last);
            }
            let name = value.name();
            let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
            return self.error_at(message, value);
        }
        self.at = equals;
        Ok(())
    }

    pub fn expression(&mut self) -> Parse<Node> {
        let first = self.at;
        if self.is("lambda") {
            return self.lambda();
        }
        let value = self.disjunction()?;
        if self.is("if") {
            let at = self.at;
            self.at += 1;
            let condition = self.maybe(at, |d| d.disjunction())?;
            let is_else = condition.is_some() && self.is("else");
            if let Some(condition) = condition
                && !is_else
                && !self.is(":")
                && self.quiet == 0
            {
                return self.error("expected 'else' after 'if' expression", value.first, condition.last);
            }
            if is_else {
                self.legacy(first)?;
                self.at += 1;
                if self.maybe(at, |d| d.expression())?.is_some() {
                    return Ok(self.node(Shape::Other("conditional expression"), first, Vec::new()));
                }
            }
            // Not a conditional expression: `case x if y:`.
            self.at = at;
            return Ok(value);
        }
        if self.quiet == 0 && self.starts_operand() {
            self.adjacent(first, &value)?;
        }
        self.legacy(first)?;
        Ok(value)
    }

    /// `invalid_legacy_expression`: behind any name CPython looks for what `print` and `exec` were followed by once, with
    /// its rules for wrong expressions.
    pub fn legacy(&mut self, first: usize) -> Parse<()> {
        let is_name = self.kind_at(first) == Kind::Name && !is_keyword(self.text_at(first));
        if self.quiet > 0 || !is_name || self.fruitless.contains_key(&first) {
            return Ok(());
        }
        let at = self.at;
        self.at = first + 1;
        if self.text() != "(" && self.starts_item() && !self.is("yield") {
            let name = self.text_at(first);
            let outer = std::mem::replace(&mut self.behind_name, true);
            let rest = self.star_expressions();
            self.behind_name = outer;
            match rest {
                Ok(rest) if matches!(name, "print" | "exec") => {
                    let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
                    return self.error(message, first, rest.last);
                }
                Err(error) if !error.is_generic() => return Err(error),
                _ => _ = self.fruitless.insert(first, ()),
            }
        }
        // What has been looked at so stays looked at: `RAISE_SYNTAX_ERROR` tells of the furthest token.
        self.at = at;
        Ok(())
    }

    /// Two expressions beside each other: a comma is missing.
    fn adjacent(&mut self, first: usize, value: &Node) -> Parse<()> {
        let before = self.at;
        let legacy = value.shape == Shape::Name && matches!(self.text_at(first), "print" | "exec");
        let string_prefix = self.kind_at(first) == Kind::Name
            && !is_keyword(self.text_at(first))
            && matches!(self.kind_at(first + 1), Kind::String);
        // CPython compares as many characters as the name has.
        let soft = ["match", "case", "type", "_"].iter().any(|k| k.starts_with(self.text_at(first)));
        let display = self.is("{") || self.is("[");
        // Behind a lone name `legacy` looks into what follows.
        if string_prefix || soft && (!self.is("{") || value.shape == Shape::Name) {
            return Ok(());
        }
        // What this looks at is where other rules for errors tell of, not where «invalid syntax» stands.
        self.quiet += 1;
        let outer = std::mem::replace(&mut self.remembering, !display);
        let second = self.expression();
        self.remembering = outer;
        self.quiet -= 1;
        if display && second.is_err() {
            self.known.entry(before).or_insert(None);
            self.at = before;
            if !self.fruitless.contains_key(&before) {
                self.maybe(before, |d| d.first_elements())?;
            }
            if !self.behind_name {
                self.fruitless.insert(before, ());
            }
        }
        if let Ok(second) = second
            && !legacy
            && !soft
            && self.tokens[self.at - 1].level > 0
        {
            let message = "invalid syntax. Perhaps you forgot a comma?";
            return self.error(message, value.first, second.last);
        }
        self.at = before;
        Ok(())
    }

    /// Could an operand begin here that the expression before has not taken?
    pub fn starts_operand(&mut self) -> bool {
        match self.kind() {
            Kind::Number | Kind::String | Kind::FStringStart => true,
            Kind::Name => {
                let text = self.text_at(self.at);
                !is_keyword(text)
                    || matches!(text, "lambda" | "await" | "True" | "False" | "None")
                    || text == "not" && self.text_at(self.at + 1) != "in"
            }
            Kind::Op => matches!(self.text_at(self.at), "{" | "~" | "..." | "(" | "["),
            _ => false,
        }
    }

    /// Could an item of a list begin here?
    pub fn starts_item(&mut self) -> bool {
        self.starts_operand() || matches!(self.text(), "*" | "-" | "+" | "yield" | "not")
    }

    /// A `disjunction` alone, without a condition behind it.
    pub fn disjunction_only(&mut self) -> Parse<Node> {
        self.disjunction()
    }

    /// What has been recognized without the rules for errors is not looked into again with them: CPython's parser
    /// remembers it (`memo`).
    fn disjunction(&mut self) -> Parse<Node> {
        let first = self.at;
        if self.quiet == 0
            && let Some(known) = self.known.get(&first)
        {
            let Some((node, end)) = known else { return self.invalid() };
            self.at = *end;
            return Ok(node.clone());
        }
        let found = self.new_disjunction();
        if self.remembering {
            let known = found.as_ref().ok().map(|node| (node.clone(), self.at));
            self.known.entry(first).or_insert(known);
        }
        found
    }

    fn new_disjunction(&mut self) -> Parse<Node> {
        let first = self.at;
        let mut value = self.conjunction()?;
        while self.is("or") {
            if !self.operand(1, Self::conjunction)? {
                break;
            }
            value = self.node(Shape::Logical, first, Vec::new());
        }
        Ok(value)
    }

    fn conjunction(&mut self) -> Parse<Node> {
        let first = self.at;
        let mut value = self.inversion()?;
        while self.is("and") {
            if !self.operand(1, Self::inversion)? {
                break;
            }
            value = self.node(Shape::Logical, first, Vec::new());
        }
        Ok(value)
    }

    fn inversion(&mut self) -> Parse<Node> {
        let first = self.at;
        let mut negated = false;
        while self.accept("not") {
            negated = true;
        }
        let value = self.comparison()?;
        Ok(if negated { self.node(Shape::Logical, first, Vec::new()) } else { value })
    }

    fn comparison(&mut self) -> Parse<Node> {
        let first = self.at;
        let left = self.binary(0)?;
        let mut is_in = None;
        loop {
            let operator = self.text();
            let length = match operator {
                "<" | ">" | "==" | "!=" | "<=" | ">=" | "in" => 1,
                "not" if self.text_ahead() == "in" => 2,
                "is" if self.text_at(self.at + 1) == "not" => 2,
                "is" => 1,
                _ => break,
            };
            if !self.operand(length, |d| d.binary(0))? {
                break;
            }
            is_in.get_or_insert(operator == "in");
        }
        Ok(match is_in {
            Some(is_in) => self.node(Shape::Comparison { is_in }, first, vec![left]),
            None => left,
        })
    }

    /// Binary operators from `|` (level 0) to `*` (level 5), then unary ones.
    pub fn binary(&mut self, level: usize) -> Parse<Node> {
        const LEVELS: [&[&str]; 6] = [&["|"], &["^"], &["&"], &["<<", ">>"], &["+", "-"], &["*", "/", "//", "%", "@"]];
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        let first = self.at;
        let mut value = self.binary(level + 1)?;
        while self.kind() == Kind::Op && operators.contains(&self.text()) {
            let found = self.operand(1, |d| {
                if level >= 4 {
                    d.misplaced_not(Self::inversion)?;
                }
                d.binary(level + 1)
            })?;
            if !found {
                break;
            }
            value = self.node(Shape::Operator, first, Vec::new());
        }
        Ok(value)
    }

    /// What follows an operator of so many tokens. Without it the operator is no part of the expression, as a grammar
    /// of alternatives has it.
    fn operand(&mut self, operator: usize, operand: impl FnOnce(&mut Self) -> Parse<Node>) -> Parse<bool> {
        let at = self.at;
        self.at += operator;
        Ok(self.maybe(at, operand)?.is_some())
    }

    fn misplaced_not(&mut self, operand: fn(&mut Self) -> Parse<Node>) -> Parse<()> {
        if !self.is("not") || self.quiet > 0 {
            return Ok(());
        }
        let first = self.at;
        let operand = |d: &mut Self| {
            d.at += 1;
            operand(d)
        };
        match self.attempt(operand) {
            Some(value) => self.error("'not' after an operator must be parenthesized", first, value.last),
            None => Ok(()),
        }
    }

    fn unary(&mut self) -> Parse<Node> {
        let first = self.at;
        while matches!(self.text(), "+" | "-" | "~") {
            self.at += 1;
        }
        let signed = self.at > first;
        if self.at == first + 1 {
            self.misplaced_not(Self::unary)?;
        }
        let awaited = self.accept("await");
        let mut value = self.primary()?;
        if awaited {
            value = self.node(Shape::Other("await expression"), first, Vec::new());
        }
        if self.is("**") && self.operand(1, Self::unary)? {
            value = self.node(Shape::Operator, first, Vec::new());
        }
        Ok(if signed { self.node(Shape::Operator, first, Vec::new()) } else { value })
    }

    fn lambda(&mut self) -> Parse<Node> {
        let first = self.at;
        self.at += 1;
        self.parameters(":", true)?;
        self.expect(":")?;
        if self.kind().is_fstring_text() || self.kind() == Kind::Op && self.is("}") {
            let message = "f-string: lambda expressions are not allowed without parentheses";
            return self.error(message, first, self.at - 1);
        }
        self.expression()?;
        Ok(self.node(Shape::Other("lambda"), first, Vec::new()))
    }

    pub fn yield_expression(&mut self) -> Parse<Node> {
        let first = self.at;
        self.at += 1;
        if self.is("from") {
            let at = self.at;
            self.at += 1;
            self.maybe(at, |d| d.expression())?;
        } else if self.starts_item() {
            let at = self.at;
            self.maybe(at, |d| d.star_expressions())?;
        }
        Ok(self.node(Shape::Other("yield expression"), first, Vec::new()))
    }
}
