//! Recognizing simple statements: assignments, imports, `del` and the rest.

use super::diagnose::{Diagnoser, Node, Parse, Shape, Targets, is_keyword};
use super::token::Kind;

impl Diagnoser<'_, '_> {
    pub fn statement(&mut self) -> Parse<()> {
        if let Some(result) = self.compound_statement() {
            return result;
        }
        self.simple_statements()
    }

    pub fn simple_statements(&mut self) -> Parse<()> {
        loop {
            self.simple_statement()?;
            let semicolon = self.accept(";");
            if self.kind() == Kind::Newline {
                self.at += 1;
                return Ok(());
            }
            if !semicolon {
                return self.invalid();
            }
        }
    }

    pub fn ends_statement(&mut self) -> bool {
        self.kind() == Kind::Newline || self.is(";")
    }

    pub fn simple_statement(&mut self) -> Parse<()> {
        match self.text() {
            "pass" | "break" | "continue" => {
                self.at += 1;
                Ok(())
            }
            "return" => {
                self.at += 1;
                if self.ends_statement() {
                    return Ok(());
                }
                self.star_expressions().map(|_| ())
            }
            "raise" => {
                self.at += 1;
                if self.ends_statement() {
                    return Ok(());
                }
                self.expression()?;
                if self.accept("from") {
                    self.expression()?;
                }
                Ok(())
            }
            "global" | "nonlocal" => {
                self.at += 1;
                self.expect_name()?;
                while self.accept(",") {
                    self.expect_name()?;
                }
                Ok(())
            }
            "del" => self.del_statement(),
            "assert" => {
                self.at += 1;
                self.expression()?;
                if self.accept(",") {
                    self.expression()?;
                }
                Ok(())
            }
            "import" => self.import_statement(),
            "from" => self.import_from(),
            "type" if self.kind_at(self.at + 1) == Kind::Name && !is_keyword(self.text_at(self.at + 1)) => {
                // As a value it has been looked at before, with what follows (`invalid_assignment`).
                self.legacy(self.at)?;
                self.at += 2;
                self.type_params()?;
                self.expect("=")?;
                self.expression().map(|_| ())
            }
            _ => self.expression_statement(),
        }
    }

    pub fn del_statement(&mut self) -> Parse<()> {
        self.at += 1;
        let at = self.at;
        let targets = self.maybe(at, |d| d.listed(|d| if d.is("*") { d.invalid() } else { d.target() }))?;
        // A target may have a star where a value is assigned, which is none here.
        if let Some(targets) = targets
            && self.ends_statement()
            && self.invalid_target(&targets, Targets::Delete).is_none()
        {
            return Ok(());
        }
        if self.quiet > 0 {
            return self.invalid();
        }
        self.at = at;
        let targets = self.star_expressions()?;
        match self.invalid_target(&targets, Targets::Delete) {
            Some(node) => self.error_at(format!("cannot delete {}", node.name()), &node),
            None => Ok(()),
        }
    }

    pub fn dotted_name(&mut self) -> Parse<()> {
        self.expect_name()?;
        while self.accept(".") {
            self.expect_name()?;
        }
        Ok(())
    }

    pub fn import_statement(&mut self) -> Parse<()> {
        let start = self.at;
        self.at += 1;
        if self.kind() == Kind::Newline {
            return self.error_from("Expected one or more names after 'import'", self.at);
        }
        let mut renames = false;
        loop {
            self.dotted_name()?;
            if self.is("from")
                && self.quiet == 0
                && !renames
                && self
                    .attempt(|d| {
                        d.at += 1;
                        d.dotted_name()
                    })
                    .is_some()
            {
                let message = "Did you mean to use 'from ... import ...' instead?";
                return self.error_from(message, start);
            }
            if self.accept("as") {
                renames = true;
                self.expect_name()?;
            }
            if !self.accept(",") {
                return Ok(());
            }
        }
    }

    pub fn import_from(&mut self) -> Parse<()> {
        self.at += 1;
        let mut dots = false;
        while self.is(".") || self.is("...") {
            dots = true;
            self.at += 1;
        }
        if !dots || !self.is("import") {
            self.dotted_name()?;
        }
        self.expect("import")?;
        if self.accept("*") {
            return Ok(());
        }
        let parenthesized = self.accept("(");
        if !parenthesized && self.kind() == Kind::Newline {
            return self.error_from("Expected one or more names after 'import'", self.at);
        }
        loop {
            self.expect_name()?;
            if self.accept("as") {
                self.expect_name()?;
            }
            if !self.accept(",") {
                break;
            }
            if parenthesized && self.is(")") {
                break;
            }
            if !parenthesized && self.kind() == Kind::Newline {
                return self.error_here("trailing comma not allowed without surrounding parentheses");
            }
        }
        if parenthesized { self.expect(")") } else { Ok(()) }
    }

    /// Expressions, assignments of all kinds.
    pub fn expression_statement(&mut self) -> Parse<()> {
        let value = self.assigned_value()?;
        if self.is("=") {
            return self.assignment(value);
        }
        let last = last_item(&value);
        let target = matches!(value.shape, Shape::Name | Shape::Attribute | Shape::Subscript);
        if self.quiet > 0 && !target {
            return Ok(());
        }
        let yields = value.shape == Shape::Other("yield expression") && !value.closed;
        if self.quiet == 0 && self.is(":=") && last.shape != Shape::Starred && !yields {
            let colon = self.at;
            self.at += 1;
            // A statement is no place for an assignment expression, but CPython looks for one in a list of targets.
            let is_name = last.shape == Shape::Name && !last.closed;
            if self.maybe(colon, |d| d.expression())?.is_some() && !is_name {
                return self.error_at(format!("cannot use assignment expressions with {}", last.name()), last);
            }
            self.at = colon;
        }
        if self.is(":") {
            return self.annotation(value);
        }
        if value.shape == Shape::Tuple && !value.closed && self.starts_operand() {
            // What stands between two commas and a colon may be expressions side by side.
            let at = self.at;
            self.maybe(at, |d| d.listed(|d| d.star_expression(true)))?;
            self.at = at;
        }
        if !yields && self.kind() == Kind::Op && AUGMENTED.contains(&self.text()) {
            self.at += 1;
            self.assigned_value()?;
            if !matches!(value.shape, Shape::Name | Shape::Attribute | Shape::Subscript) {
                let message = format!("'{}' is an illegal expression for augmented assignment", value.name());
                return self.error_at(message, &value);
            }
        }
        Ok(())
    }

    pub fn assigned_value(&mut self) -> Parse<Node> {
        if self.is("yield") { self.yield_expression() } else { self.star_expressions() }
    }

    pub fn assignment(&mut self, first: Node) -> Parse<()> {
        let equals = self.at;
        let mut target = first.clone();
        while self.is("=") {
            if let Some(wrong) = self.invalid_target(&target, Targets::Star) {
                if self.quiet > 0 {
                    return Ok(());
                }
                if target.shape == Shape::Other("yield expression") && !target.closed {
                    return self.error_at("assignment to yield expression not possible", &target);
                }
                self.at = equals;
                if self.text_at(equals - 1) != "," {
                    self.equals_meant(last_item(&first))?;
                }
                return self.error_at(format!("cannot assign to {}", wrong.name()), &wrong);
            }
            self.at += 1;
            target = self.assigned_value()?;
        }
        Ok(())
    }

    pub fn annotation(&mut self, target: Node) -> Parse<()> {
        let colon = self.at;
        let yields = target.shape == Shape::Other("yield expression") && !target.closed;
        if target.shape == Shape::Starred || yields {
            self.kind();
            return self.invalid();
        }
        self.at += 1;
        if matches!(target.shape, Shape::Name | Shape::Attribute | Shape::Subscript) {
            self.expression()?;
        } else if self.maybe(colon, |d| d.expression())?.is_none() {
            return self.invalid();
        }
        if matches!(target.shape, Shape::List | Shape::Tuple) {
            let message = format!("only single target (not {}) can be annotated", target.name());
            let node = if target.closed || target.shape == Shape::List { &target } else { &target.parts[0] };
            return self.error_at(message, node);
        }
        if !matches!(target.shape, Shape::Name | Shape::Attribute | Shape::Subscript) {
            return self.error_at("illegal target for annotation", &target);
        }
        if self.accept("=") {
            self.assigned_value()?;
        }
        Ok(())
    }
}

/// The last item of a tuple without parentheses, or the expression itself.
fn last_item(node: &Node) -> &Node {
    node.parts.last().filter(|_| node.shape == Shape::Tuple && !node.closed).unwrap_or(node)
}

const AUGMENTED: [&str; 13] = ["+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**="];
