//! An expression's text as annotations keep it under `from __future__ import annotations` (CPython's
//! `Python/ast_unparse.c`, which differs from `ast.unparse` in parentheses and f-strings).

use ruff_python_ast::{self as ast, ConversionFlag, Expr, FStringPart, InterpolatedStringElement, Operator, UnaryOp};

use crate::bytecode::Const;
use crate::objects::float_repr;
use crate::objects::str::PyStr;
use crate::objects::str::repr::repr_bytes;

use super::fstring::push_debug;
use super::source::Source;
use super::{literal, string};

/// How tightly what stands around an expression binds: one that binds less has parentheses. Each level is one above the
/// one before it.
mod level {
    pub const NAMED: u8 = 0;
    pub const TUPLE: u8 = 1;
    /// `if` and `else`, `lambda`.
    pub const TEST: u8 = 2;
    pub const OR: u8 = 3;
    pub const AND: u8 = 4;
    pub const NOT: u8 = 5;
    pub const COMPARE: u8 = 6;
    pub const BIT_OR: u8 = 7;
    pub const BIT_XOR: u8 = 8;
    pub const BIT_AND: u8 = 9;
    pub const SHIFT: u8 = 10;
    pub const ARITHMETIC: u8 = 11;
    pub const TERM: u8 = 12;
    pub const FACTOR: u8 = 13;
    pub const POWER: u8 = 14;
    pub const AWAIT: u8 = 15;
    pub const ATOM: u8 = 16;
}

/// The text of an annotation.
pub fn unparse(source: &Source, expr: &Expr) -> String {
    let mut writer = Writer { source, out: String::new() };
    writer.expr(expr, level::TEST);
    writer.out
}

struct Writer<'s> {
    source: &'s Source<'s>,
    out: String,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// What `write` writes, in parentheses where `around` binds more tightly than `own`.
    fn within(&mut self, around: u8, own: u8, write: impl FnOnce(&mut Self)) {
        let open = around > own;
        if open {
            self.text("(");
        }
        write(self);
        if open {
            self.text(")");
        }
    }

    /// Expressions with something between them.
    fn joined<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>, between: &str, around: u8) {
        for (n, expr) in exprs.into_iter().enumerate() {
            if n > 0 {
                self.text(between);
            }
            self.expr(expr, around);
        }
    }

    fn expr(&mut self, expr: &Expr, around: u8) {
        match expr {
            Expr::BoolOp(e) => {
                let (own, word) = match e.op {
                    ast::BoolOp::And => (level::AND, " and "),
                    ast::BoolOp::Or => (level::OR, " or "),
                };
                self.within(around, own, |w| w.joined(&e.values, word, own + 1));
            }
            Expr::Named(e) => self.within(around, level::NAMED, |w| {
                w.expr(&e.target, level::ATOM);
                w.text(" := ");
                w.expr(&e.value, level::ATOM);
            }),
            Expr::BinOp(e) => {
                let own = binds(e.op);
                let leans_right = u8::from(e.op == Operator::Pow);
                self.within(around, own, |w| {
                    w.expr(&e.left, own + leans_right);
                    w.text(" ");
                    w.text(e.op.as_str());
                    w.text(" ");
                    w.expr(&e.right, own + 1 - leans_right);
                });
            }
            Expr::UnaryOp(e) => {
                let (own, word) = match e.op {
                    UnaryOp::Not => (level::NOT, "not "),
                    UnaryOp::Invert => (level::FACTOR, "~"),
                    UnaryOp::UAdd => (level::FACTOR, "+"),
                    UnaryOp::USub => (level::FACTOR, "-"),
                };
                self.within(around, own, |w| {
                    w.text(word);
                    w.expr(&e.operand, own);
                });
            }
            Expr::Lambda(e) => self.within(around, level::TEST, |w| {
                w.text("lambda");
                if let Some(parameters) = &e.parameters {
                    // CPython leaves the space out where none is positional.
                    if !parameters.posonlyargs.is_empty() || !parameters.args.is_empty() {
                        w.text(" ");
                    }
                    w.parameters(parameters);
                }
                w.text(": ");
                w.expr(&e.body, level::TEST);
            }),
            Expr::If(e) => self.within(around, level::TEST, |w| {
                w.expr(&e.body, level::TEST + 1);
                w.text(" if ");
                w.expr(&e.test, level::TEST + 1);
                w.text(" else ");
                w.expr(&e.orelse, level::TEST);
            }),
            Expr::Dict(e) => {
                self.text("{");
                for (n, item) in e.items.iter().enumerate() {
                    self.text(if n > 0 { ", " } else { "" });
                    match &item.key {
                        Some(key) => {
                            self.expr(key, level::TEST);
                            self.text(": ");
                            self.expr(&item.value, level::TEST);
                        }
                        None => {
                            self.text("**");
                            self.expr(&item.value, level::BIT_OR);
                        }
                    }
                }
                self.text("}");
            }
            Expr::Set(e) => self.bracketed("{", "}", |w| w.joined(&e.elts, ", ", level::TEST)),
            Expr::List(e) => self.bracketed("[", "]", |w| w.joined(&e.elts, ", ", level::TEST)),
            Expr::Tuple(e) if e.elts.is_empty() => self.text("()"),
            Expr::Tuple(e) => self.within(around, level::TUPLE, |w| {
                w.joined(&e.elts, ", ", level::TEST);
                if e.elts.len() == 1 {
                    w.text(",");
                }
            }),
            Expr::Generator(e) => self.comprehension(("(", ")"), &[&e.elt], &e.generators),
            Expr::ListComp(e) => self.comprehension(("[", "]"), &[&e.elt], &e.generators),
            Expr::SetComp(e) => self.comprehension(("{", "}"), &[&e.elt], &e.generators),
            Expr::DictComp(e) => {
                let parts: Vec<&Expr> = e.key.as_deref().into_iter().chain([&*e.value]).collect();
                self.comprehension(("{", "}"), &parts, &e.generators);
            }
            Expr::Await(e) => self.within(around, level::AWAIT, |w| {
                w.text("await ");
                w.expr(&e.value, level::ATOM);
            }),
            Expr::Yield(e) => self.bracketed("(yield", ")", |w| {
                if let Some(value) = &e.value {
                    w.text(" ");
                    w.expr(value, level::TEST);
                }
            }),
            Expr::YieldFrom(e) => self.bracketed("(yield from ", ")", |w| w.expr(&e.value, level::TEST)),
            Expr::Compare(e) => self.within(around, level::COMPARE, |w| {
                w.expr(&e.left, level::COMPARE + 1);
                for (op, right) in e.ops.iter().zip(&e.comparators) {
                    w.text(" ");
                    w.text(op.as_str());
                    w.text(" ");
                    w.expr(right, level::COMPARE + 1);
                }
            }),
            Expr::Call(e) => self.call(e),
            Expr::FString(e) => {
                let mut body = PyStr::new();
                for part in e.value.as_slice() {
                    match part {
                        FStringPart::Literal(part) => {
                            let mut text = string::Text::default();
                            string::push_literal(self.source, &mut text, part);
                            push_braced(&mut body, &text_of(text.into_const()));
                        }
                        FStringPart::FString(part) => {
                            self.elements(&mut body, &part.elements, part.flags.prefix().is_raw(), true);
                        }
                    }
                }
                self.text("f");
                self.text(&body.repr().to_text());
            }
            Expr::StringLiteral(e) => {
                if e.value.iter().next().is_some_and(|part| part.flags.prefix().is_unicode()) {
                    self.text("u");
                }
                let text = text_of(string::constant(self.source, e));
                self.text(&text.repr().to_text());
            }
            Expr::BytesLiteral(e) => self.text(&repr_bytes(&e.value.bytes().collect::<Vec<u8>>()).to_text()),
            Expr::NumberLiteral(e) => match literal::number(self.source, e) {
                Const::Int(n) => self.text(&n.to_string()),
                Const::BigInt(n) => self.text(&n.to_str_radix(10)),
                // An infinity has no literal.
                Const::Float(x) => self.text(&float_repr::repr(x).replace("inf", "1e309")),
                Const::Imaginary(x) => self.text(&float_repr::repr_complex(0.0, x).replace("inf", "1e309")),
                _ => {}
            },
            Expr::BooleanLiteral(e) => self.text(if e.value { "True" } else { "False" }),
            Expr::NoneLiteral(_) => self.text("None"),
            Expr::EllipsisLiteral(_) => self.text("..."),
            Expr::Attribute(e) => {
                self.expr(&e.value, level::ATOM);
                let int = matches!(&*e.value, Expr::NumberLiteral(n) if n.value.is_int());
                self.text(if int { " ." } else { "." });
                self.text(&e.attr.id);
            }
            Expr::Subscript(e) => {
                self.expr(&e.value, level::ATOM);
                self.bracketed("[", "]", |w| {
                    w.expr(&e.slice, level::TUPLE);
                    // It is a tuple of one to CPython's parser.
                    w.text(if e.slice.is_starred_expr() { "," } else { "" });
                });
            }
            Expr::Starred(e) => {
                self.text("*");
                self.expr(&e.value, level::BIT_OR);
            }
            Expr::Name(e) => self.text(&e.id),
            Expr::Slice(e) => {
                let part = |w: &mut Self, part: &Option<Box<Expr>>| {
                    if let Some(part) = part {
                        w.expr(part, level::TEST);
                    }
                };
                part(self, &e.lower);
                self.text(":");
                part(self, &e.upper);
                if e.step.is_some() {
                    self.text(":");
                    part(self, &e.step);
                }
            }
            Expr::TString(_) | Expr::IpyEscapeCommand(_) => {}
        }
    }

    fn bracketed(&mut self, open: &str, close: &str, write: impl FnOnce(&mut Self)) {
        self.text(open);
        write(self);
        self.text(close);
    }

    fn comprehension(&mut self, (open, close): (&str, &str), parts: &[&Expr], generators: &[ast::Comprehension]) {
        self.text(open);
        self.joined(parts.iter().copied(), ": ", level::TEST);
        for generator in generators {
            self.text(if generator.is_async { " async for " } else { " for " });
            self.expr(&generator.target, level::TUPLE);
            self.text(" in ");
            self.expr(&generator.iter, level::TEST + 1);
            for condition in &generator.ifs {
                self.text(" if ");
                self.expr(condition, level::TEST + 1);
            }
        }
        self.text(close);
    }

    fn call(&mut self, e: &ast::ExprCall) {
        self.expr(&e.func, level::ATOM);
        if let ([Expr::Generator(_)], []) = (&*e.arguments.args, &*e.arguments.keywords) {
            return self.expr(&e.arguments.args[0], level::TEST);
        }
        self.bracketed("(", ")", |w| {
            w.joined(&e.arguments.args, ", ", level::TEST);
            for (n, keyword) in e.arguments.keywords.iter().enumerate() {
                w.text(if n + e.arguments.args.len() > 0 { ", " } else { "" });
                match &keyword.arg {
                    Some(name) => {
                        w.text(&name.id);
                        w.text("=");
                    }
                    None => w.text("**"),
                }
                w.expr(&keyword.value, level::TEST);
            }
        });
    }

    /// A lambda's parameters.
    fn parameters(&mut self, p: &ast::Parameters) {
        let mut separator = "";
        let mut next = |w: &mut Self, stars: &str, name: &str, default: Option<&Expr>| {
            w.text(separator);
            separator = ", ";
            w.text(stars);
            w.text(name);
            if let Some(default) = default {
                w.text("=");
                w.expr(default, level::TEST);
            }
        };
        for parameter in &p.posonlyargs {
            next(self, "", parameter.name(), parameter.default());
        }
        if !p.posonlyargs.is_empty() {
            next(self, "", "/", None);
        }
        for parameter in &p.args {
            next(self, "", parameter.name(), parameter.default());
        }
        if let Some(parameter) = &p.vararg {
            next(self, "*", parameter.name(), None);
        } else if !p.kwonlyargs.is_empty() {
            next(self, "*", "", None);
        }
        for parameter in &p.kwonlyargs {
            next(self, "", parameter.name(), parameter.default());
        }
        if let Some(parameter) = &p.kwarg {
            next(self, "**", parameter.name(), None);
        }
    }

    /// The pieces of an f-string, or of a format spec in it (`decodes`: escapes in the text of `{text = }` are decoded).
    fn elements(&self, to: &mut PyStr, elements: &ast::InterpolatedStringElements, raw: bool, decodes: bool) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    let mut text = string::Text::default();
                    string::push(self.source, &mut text, &literal.value, (literal.range, raw, true));
                    push_braced(to, &text_of(text.into_const()));
                }
                InterpolatedStringElement::Interpolation(value) => {
                    if let Some(debug) = &value.debug_text {
                        let mut text = string::Text::default();
                        push_debug(&mut text, debug.as_str(), decodes && !raw);
                        push_braced(to, &text_of(text.into_const()));
                    }
                    let mut inner = Writer { source: self.source, out: String::new() };
                    inner.expr(&value.expression, level::TEST + 1);
                    to.push_str(if inner.out.starts_with('{') { "{ " } else { "{" });
                    to.push_str(&inner.out);
                    let shows_repr = value.debug_text.is_some() && value.format_spec.is_none();
                    match value.conversion {
                        ConversionFlag::None if shows_repr => to.push_str("!r"),
                        ConversionFlag::None => {}
                        flag => {
                            to.push_str("!");
                            to.push(u32::from(flag as u8));
                        }
                    }
                    if let Some(spec) = &value.format_spec {
                        to.push_str(":");
                        self.elements(to, &spec.elements, raw, false);
                    }
                    to.push_str("}");
                }
            }
        }
    }
}

fn binds(op: Operator) -> u8 {
    match op {
        Operator::Add | Operator::Sub => level::ARITHMETIC,
        Operator::Mult | Operator::MatMult | Operator::Div | Operator::Mod | Operator::FloorDiv => level::TERM,
        Operator::LShift | Operator::RShift => level::SHIFT,
        Operator::BitOr => level::BIT_OR,
        Operator::BitXor => level::BIT_XOR,
        Operator::BitAnd => level::BIT_AND,
        Operator::Pow => level::POWER,
    }
}

fn text_of(text: Const) -> PyStr {
    match text {
        Const::Str(text) => PyStr::from(&*text),
        Const::Surrogates(points) => PyStr::from_points(points.iter().copied()),
        _ => PyStr::new(),
    }
}

/// Text between the values of an f-string: its braces are doubled.
fn push_braced(to: &mut PyStr, text: &PyStr) {
    for point in text.points() {
        to.push(point);
        if point == u32::from('{') || point == u32::from('}') {
            to.push(point);
        }
    }
}
