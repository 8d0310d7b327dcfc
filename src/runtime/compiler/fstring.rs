//! f-strings: literal text and formatted values, joined by one instruction.

use ruff_python_ast::{
    self as ast, ConversionFlag, Expr, FStringPart, InterpolatedStringElement, Operator, StringFlags,
};
use ruff_text_size::{TextRange, TextSize};

use crate::bytecode::{Const, Op, Position, flag, format_conversion, reg};

use super::Compiler;
use super::errors::Result;
use super::fallback;
use super::percent;
use super::string::{self, Text};

/// An f-string's pieces as they are put into consecutive temporaries.
#[derive(Default)]
struct Pieces {
    count: u16,
    /// Literal text not put in a temporary yet, and where it begins.
    pending: Text,
    place: Option<TextRange>,
    /// Whether escapes in the text of `{text = }` are decoded.
    decodes: bool,
    /// It is a format specifier.
    is_specifier: bool,
    /// The quotes at the f-string's end, where CPython's parser stands when it decodes that.
    end: TextRange,
}

/// More pieces than this are joined on the way.
const MOST: u16 = 4096;

impl<'a> Compiler<'a, '_> {
    pub fn fstring(&mut self, fstring: &'a ast::ExprFString, dst: Option<u16>) -> Result<u16> {
        let position = self.source.position_of(fstring);
        let mark = self.mark();
        let mut pieces = Pieces::default();
        for part in fstring.value.as_slice() {
            match part {
                FStringPart::Literal(literal) => {
                    string::push_literal(self.source, &mut pieces.pending, literal);
                    pieces.place.get_or_insert(literal.range);
                }
                FStringPart::FString(part) => {
                    let raw = part.flags.prefix().is_raw();
                    pieces.decodes = !raw;
                    let quotes = if part.flags.is_triple_quoted() { 3 } else { 1 };
                    pieces.end = TextRange::new(part.range.end() - TextSize::from(quotes), part.range.end());
                    self.elements(&part.elements, raw, &mut pieces)?;
                }
            }
        }
        self.join(pieces, mark, dst, position)
    }

    fn elements(
        &mut self,
        elements: &'a ast::InterpolatedStringElements,
        raw: bool,
        pieces: &mut Pieces,
    ) -> Result<()> {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    if raw && pieces.is_specifier {
                        // CPython decodes it all the same.
                        pieces.pending.push_escaped(self.source.slice(literal.range));
                    } else {
                        string::push(self.source, &mut pieces.pending, &literal.value, (literal.range, raw, true));
                    }
                    pieces.place.get_or_insert(literal.range);
                }
                InterpolatedStringElement::Interpolation(value) => {
                    if let Some(debug) = &value.debug_text {
                        if pieces.decodes {
                            self.check_escapes(debug.as_str(), pieces.end)?;
                        }
                        push_debug(&mut pieces.pending, debug.as_str(), pieces.decodes);
                        pieces.place.get_or_insert(value.range);
                    }
                    self.flush(pieces);
                    self.formatted(value, raw)?;
                    pieces.count += 1;
                    self.join_some(pieces);
                }
            }
        }
        Ok(())
    }

    /// Fails for an escape in the text of `{text = }` that means nothing.
    fn check_escapes(&self, text: &str, end: TextRange) -> Result<()> {
        match fallback::escape_error(&shown(text), false) {
            Some(wrong) => Err(self.source.wrong_escape(wrong, end)),
            None => Ok(()),
        }
    }

    /// Fails for an escape in a raw f-string's format specifier that means nothing: CPython looks at them there, too.
    fn check_specifier(&self, spec: &ast::InterpolatedStringFormatSpec) -> Result<()> {
        for literal in spec.elements.literals() {
            if let Some(wrong) = fallback::escape_error(self.source.slice(literal.range), false) {
                return Err(self.source.undecoded(wrong, literal.range));
            }
        }
        Ok(())
    }

    /// Puts the literal text before a value into a temporary.
    fn flush(&mut self, pieces: &mut Pieces) {
        let place = pieces.place.take();
        let text = std::mem::take(&mut pieces.pending);
        if !text.is_empty() {
            let position = place.map_or(Position::default(), |range| self.source.position(range));
            self.load_const(text.into_const(), None, position);
            pieces.count += 1;
        }
    }

    /// What an instruction cannot take at once becomes one text as it comes.
    fn join_some(&mut self, pieces: &mut Pieces) {
        if pieces.count >= MOST {
            let position = Position::default();
            let first = self.mark() - pieces.count;
            self.release(first);
            let joined = self.dest(None);
            self.emit(Op::BuildString, joined, first, pieces.count, position);
            pieces.count = 1;
        }
    }

    fn join(&mut self, mut pieces: Pieces, mark: u16, dst: Option<u16>, position: Position) -> Result<u16> {
        if pieces.count == 0 {
            return Ok(self.load_const(pieces.pending.into_const(), dst, position));
        }
        self.flush(&mut pieces);
        if pieces.count == 1 {
            return Ok(self.deliver(mark, dst, position));
        }
        self.release(mark);
        let dst = self.dest(dst);
        self.emit(Op::BuildString, dst, mark, pieces.count, position);
        Ok(dst)
    }

    /// `{value!r:spec}` into a new temporary.
    fn formatted(&mut self, element: &'a ast::InterpolatedElement, raw: bool) -> Result<()> {
        let position = self.source.position_of(element);
        let mark = self.mark();
        let value = self.operand(&element.expression)?;
        let spec = match &element.format_spec {
            Some(spec) => {
                let start = self.mark();
                let mut pieces = Pieces { is_specifier: true, ..Pieces::default() };
                if raw {
                    self.check_specifier(spec)?;
                }
                self.elements(&spec.elements, raw, &mut pieces)?;
                self.join(pieces, start, None, self.source.position_of(&**spec))? | reg::TAKE
            }
            None => reg::NONE,
        };
        let conversion = match element.conversion {
            ConversionFlag::Str => format_conversion::STR,
            ConversionFlag::Repr => format_conversion::REPR,
            ConversionFlag::Ascii => format_conversion::ASCII,
            // `f'{x=}'` shows the repr.
            ConversionFlag::None if element.debug_text.is_some() && element.format_spec.is_none() => {
                format_conversion::REPR
            }
            ConversionFlag::None => format_conversion::NONE,
        };
        self.release(mark);
        let dst = self.alloc();
        self.emit_flags(Op::FormatValue, conversion << flag::SHIFT, [dst, value, spec], position);
        Ok(())
    }

    /// What `'… %s …' % (a, b)` comes to, if it is one; from the parts of the constant that is its left side.
    pub fn percent(&mut self, left: &Const, op: &'a ast::ExprBinOp, dst: Option<u16>) -> Result<Option<u16>> {
        let (Const::Str(text), Expr::Tuple(tuple)) = (left, &*op.right) else { return Ok(None) };
        if op.op != Operator::Mod || tuple.elts.iter().any(Expr::is_starred_expr) {
            return Ok(None);
        }
        let Some(units) = percent::units(text, tuple.elts.len()) else { return Ok(None) };
        let mark = self.mark();
        let mut pieces = Pieces::default();
        let mut values = tuple.elts.iter();
        for unit in units {
            pieces.pending.push_str(&unit.text);
            if let (Some((conversion, spec)), Some(value)) = (unit.format, values.next()) {
                self.flush(&mut pieces);
                let position = self.source.position_of(value);
                let mark = self.mark();
                let value = self.operand(value)?;
                let spec = if spec.is_empty() { reg::NONE } else { self.load_str(&spec, position) | reg::TAKE };
                self.release(mark);
                let dst = self.alloc();
                self.emit_flags(Op::FormatValue, conversion << flag::SHIFT, [dst, value, spec], position);
                pieces.count += 1;
                self.join_some(&mut pieces);
            }
        }
        self.join(pieces, mark, dst, self.source.position_of(op)).map(Some)
    }

    /// A str constant at a range.
    pub fn load_str(&mut self, text: &str, position: Position) -> u16 {
        self.load_const(Const::Str(text.into()), None, position)
    }
}

/// Fields within each other's format specs (`MAX_EXPR_NESTING` of CPython's `Parser/tokenizer.h`).
pub(super) const MAX_FIELDS: usize = 3;

/// The text of `{text = }`: without what follows a `#` up to the line's end, also where it is no comment
/// (`set_fstring_expr`, `Parser/lexer/lexer.c`). Where the f-string is not raw, its escapes are decoded as those of the
/// text around it are, though not in a format spec (`_get_resized_exprs`, `Parser/action_helpers.c`).
pub(super) fn push_debug(to: &mut Text, text: &str, decodes: bool) {
    let shown = shown(text);
    if decodes && shown.contains('\\') {
        to.push_escaped(&shown);
    } else {
        to.push_str(&shown);
    }
}

fn shown(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(|line| line.split('#').next().unwrap_or_default()).collect();
    lines.join("\n")
}
