//! AST to code objects.
//!
//! A source is checked for nesting (limits.rs), parsed by ruff, its symbol table built (symtable.rs, resolve.rs), then
//! each block is translated to register code in one walk, as CPython's `Python/compile.c` does it.

mod assign;
mod buffered;
mod call;
mod check;
mod class;
mod comprehension;
mod condition;
mod coroutine;
mod diagnose;
mod diagnose_atom;
mod diagnose_block;
mod diagnose_call;
mod diagnose_expr;
mod diagnose_fstring;
mod diagnose_match;
mod diagnose_parameters;
mod diagnose_pattern;
mod diagnose_statement;
mod display;
mod doubt;
mod emit;
mod errors;
mod exceptions;
mod explained;
mod expr;
mod fallback;
mod finish;
mod fstring;
mod function;
mod generic;
mod import;
mod limits;
pub mod lines;
mod literal;
mod loops;
mod name;
mod number;
mod outline;
mod pattern;
mod pattern_kinds;
mod percent;
mod resolve;
mod scope;
mod source;
mod source_encoding;
mod statement;
mod string;
mod symtable;
mod symtable_expr;
mod token;
mod tokenizer;
mod tokenizer_fstring;
mod tree;
mod undecodable;
mod unit;
mod unparse;
mod unwind;
mod warnings;
mod with;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{Mod, PythonVersion, Stmt};
use ruff_python_parser::{ParseOptions, Parsed};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::bytecode::{Code, Params, Position};
use crate::objects::int::MaxStrDigits;

pub use errors::{ErrorKind, SyntaxError};
use errors::{Result, Stage};
pub use outline::compile_outline;
use scope::Scopes;
use source::Source;
pub use source_encoding::{declared_encoding, decode_source, is_utf8};
pub use tree::{Tree, tree};
pub use undecodable::undecodable;
use unit::Unit;
pub use warnings::{SyntaxWarning, warnings_of_text};

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A module's file: its namespace is its globals, so names are read and written as globals, by cached index.
    Module,
    /// Statements for `exec`, whose namespace may differ from its globals.
    Exec,
    /// One expression, whose value the code returns.
    Eval,
    /// One interactive statement, whose value is shown by `sys.displayhook`.
    Single,
}

/// How a source is compiled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Decimal ints of more digits are refused.
    pub max_digits: MaxStrDigits,
    /// Annotations stay text, whether or not the source says so itself.
    pub future_annotations: bool,
    /// `await` may stand outside of functions; the code is a coroutine's then.
    pub top_level_await: bool,
    pub optimize: Optimize,
    /// `PyCF_DONT_IMPLY_DEDENT`: more lines may follow those of an interactive source.
    pub typed: bool,
    /// Asserts say what their parts came to, by the module's function `@pytest_ar`.
    pub explained_asserts: bool,
    /// A constant `~` of a bool is left to the run, which warns of it.
    pub keeps_inverted_bools: bool,
    /// The source is a module's outline ([`compile_outline`]).
    pub outline: bool,
}

/// What is left out (`python -O`): 1 assertions, 2 docstrings as well.
#[derive(Clone, Copy, Debug, Default)]
pub struct Optimize(pub u8);

/// Everything known while a source is compiled.
struct Compiler<'a, 's> {
    pub source: &'a Source<'s>,
    pub scopes: Scopes,
    pub mode: Mode,
    pub future_annotations: bool,
    /// Where the imports of `__future__` at the module's beginning end.
    pub futures_end: TextSize,
    pub optimize: Optimize,
    /// The block being compiled, and those around it.
    pub unit: Option<Unit<'a>>,
    pub outer: Vec<Unit<'a>>,
    pub warnings: Vec<SyntaxWarning>,
    /// The comparison that a `not` stands before, and whether it makes another of it.
    pub inverted: Option<(TextRange, bool)>,
    /// Where constant `~`s of a bool have been found.
    pub inverted_bools: RefCell<BTreeSet<TextSize>>,
    /// They are left to the run.
    pub keeps_inverted_bools: bool,
}

/// Translates a source to code. The error's words and place are CPython's.
pub fn compile(text: &str, filename: &str, mode: Mode) -> std::result::Result<Code, SyntaxError> {
    compile_with_warnings(text, filename, mode, Options::default()).map(|(code, _)| code)
}

/// As [`compile`], with the SyntaxWarnings that CPython would show, in its order.
pub fn compile_with_warnings(
    text: &str,
    filename: &str,
    mode: Mode,
    options: Options,
) -> std::result::Result<(Code, Vec<SyntaxWarning>), SyntaxError> {
    let text = newlines(text.strip_prefix('\u{feff}').unwrap_or(text));
    let source = Source::new(&text, filename, mode == Mode::Module)
        .with_digits(options.max_digits)
        .typed(options.typed)
        .given(matches!(mode, Mode::Eval | Mode::Single));
    compile_source(&source, mode, options).map_err(|mut error| {
        if error.warnings.is_empty() {
            error.warnings = warnings::before(&source, &error);
        }
        match mode {
            Mode::Eval | Mode::Single => source.as_given(*error),
            Mode::Module | Mode::Exec => *error,
        }
    })
}

/// A source whose lines end in newlines alone, as those of its strings do then (`translate_newlines`, Parser/tokenizer).
fn newlines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

fn compile_source(source: &Source, mode: Mode, options: Options) -> Result<(Code, Vec<SyntaxWarning>)> {
    let (tokens, mut tree) = parse(source, mode)?;
    if let (true, Mod::Module(module)) = (options.explained_asserts, &mut tree) {
        explained::explain_asserts(&mut module.body);
    }
    compile_tree(source, mode, options, &tokens, tree, &[]).map(|compiled| (compiled.code, compiled.warnings)).map_err(
        |mut error| {
            if error.stage != Stage::Decoding {
                error.stage = Stage::Compiling;
                source.count_bytes(&mut error);
            }
            source.read_in_pieces(error)
        },
    )
}

/// What ruff's parser makes of a source.
fn parsed(source: &Source, mode: Mode) -> Parsed<Mod> {
    let options = match mode {
        Mode::Eval => ParseOptions::from(ruff_python_parser::Mode::Expression),
        _ => ParseOptions::from(ruff_python_parser::Mode::Module),
    };
    ruff_python_parser::parse_unchecked(source.text, options.with_target_version(PythonVersion::PY313))
}

/// The tokens and the tree of a source.
fn parse(source: &Source, mode: Mode) -> Result<(Vec<token::Token>, Mod)> {
    let tokenized = tokenizer::tokenize(source);
    if let Some(error) = tokenized.error.as_ref().filter(|error| error.stage == Stage::Bound) {
        return Err(error.clone());
    }
    limits::check(source, &tokenized.tokens)?;
    let parsed = parsed(source, mode);
    let mut wrong = parsed.errors().iter().filter(|e| !doubt::is_bare_raise(source, &tokenized.tokens, e.location));
    let wrong = wrong.next().map(|e| (e.error.to_string(), e.location));
    let unsupported = || parsed.unsupported_syntax_errors().first().map(|e| (e.to_string(), e.range()));
    if let Some((message, range)) = wrong.or_else(unsupported) {
        let found = diagnose::diagnose(source, &tokenized, mode == Mode::Eval);
        let found = found.unwrap_or_else(|| fallback::error(source, &tokenized.tokens, &message, range));
        let found = limits::refused_number(source, &tokenized.tokens, Some(&found)).unwrap_or(found);
        let of_tokenizer = tokenized.error.as_ref() == Some(&found);
        return Err(if of_tokenizer { found } else { source.read_in_pieces(found) });
    }
    if doubt::doubtful(source, &tokenized.tokens)
        && let Some(error) = diagnose::diagnose(source, &tokenized, mode == Mode::Eval)
    {
        return Err(source.read_in_pieces(error));
    }
    if let Some(error) = limits::refused_number(source, &tokenized.tokens, None) {
        return Err(source.read_in_pieces(error));
    }
    // The parser counts blanks in a way of its own, and fields within fields not at all.
    let own = |error: &SyntaxError| error.kind != ErrorKind::SyntaxError || error.stage == Stage::Fields;
    if let Some(error) = tokenized.error.filter(|error| own(error)) {
        return Err(error);
    }
    let tree = parsed.into_syntax();
    if let (Mode::Single, Mod::Module(module)) = (mode, &tree) {
        check_single(source, &tokenized.tokens, &module.body)?;
    }
    Ok((tokenized.tokens, tree))
}

/// What a source comes to.
struct Compiled {
    code: Code,
    warnings: Vec<SyntaxWarning>,
    scopes: Scopes,
}

/// `imported`: names of the module that imports have bound outside of the source.
fn compile_tree(
    source: &Source,
    mode: Mode,
    options: Options,
    tokens: &[token::Token],
    tree: Mod,
    imported: &[scope::Name],
) -> Result<Compiled> {
    let (says_so, futures_end) = match &tree {
        Mod::Module(module) => import::future_annotations(&module.body, source)?,
        Mod::Expression(_) => Default::default(),
    };
    let options = Options { future_annotations: says_so || options.future_annotations, ..options };
    let mut builder = symtable::Builder::new(source, &options);
    match &tree {
        Mod::Module(module) => builder.visit_body(&module.body),
        Mod::Expression(expression) => builder.visit_expr(&expression.body),
    }
    let mut scopes = builder.finish()?;
    scopes.note_imported(imported);
    resolve::resolve(&mut scopes, source)?;
    let warnings = warnings::of_literals(source, tokens, tokens.len());
    let mut compiler = Compiler {
        source,
        scopes,
        mode,
        future_annotations: options.future_annotations,
        futures_end,
        optimize: options.optimize,
        unit: None,
        outer: Vec::new(),
        warnings,
        inverted: None,
        inverted_bools: RefCell::default(),
        keeps_inverted_bools: options.keeps_inverted_bools,
    };
    compiler.enter(scope::ScopeId(0), "<module>", 1, Params::default());
    match compiler.tree(&tree) {
        Ok(mut code) => {
            // Of a whole module's CPython warns where no program stands.
            if mode != Mode::Module {
                code.inverted_bools = compiler.inverted_bools.borrow().len() as u16;
            }
            Ok(Compiled { code, warnings: compiler.warnings, scopes: compiler.scopes })
        }
        Err(mut error) => {
            error.warnings = compiler.warnings;
            Err(error)
        }
    }
}

impl<'a> Compiler<'a, '_> {
    fn tree(&mut self, tree: &'a Mod) -> Result<Code> {
        match tree {
            Mod::Module(module) => {
                self.namespace_body(&module.body)?;
                self.return_none(Position::default());
            }
            Mod::Expression(expression) => {
                let value = self.operand(&expression.body)?;
                self.emit_return(value, self.source.position_of(&*expression.body));
            }
        }
        self.leave()
    }
}

/// One interactive statement: one line of simple ones, or a compound one.
#[inline(never)]
fn check_single(source: &Source, tokens: &[token::Token], body: &[Stmt]) -> Result<()> {
    let Some(first) = body.first() else {
        return Err(source.error("invalid syntax", TextRange::default()));
    };
    let line = source.text[first.start().to_usize()..].find('\n').map(|n| first.start().to_usize() + n);
    let beyond = body.iter().skip(1).find(|stmt| {
        let between = &source.text[first.end().to_usize()..stmt.start().to_usize()];
        between.contains('\n')
    });
    match (beyond, line) {
        (Some(_), Some(line)) if !compound(first) => {
            let line = TextSize::try_from(line).unwrap_or_default();
            let text = "multiple statements found while compiling a single statement";
            let mut error = source.error(text, TextRange::empty(line));
            error.end_column = error.column + 1;
            Err(error)
        }
        (Some(second), _) => {
            let begins = tokens.iter().find(|token| token.range().end() > second.start());
            Err(source.error("invalid syntax", begins.map_or(second.range(), |token| token.range())))
        }
        _ if compound(first) && !ends_compound(source, tokens) => {
            let end = TextSize::of(source.text);
            let mut error = source.error("invalid syntax", TextRange::empty(end));
            (error.column, error.end_column) = (0, 0);
            Err(error)
        }
        _ => Ok(()),
    }
}

/// A line end of its own follows a compound statement (`statement_newline`). Where the source has none, the end of an
/// indented block makes one, unless more may follow.
fn ends_compound(source: &Source, tokens: &[token::Token]) -> bool {
    let last = tokens.iter().rposition(|token| token.kind == token::Kind::Newline);
    let ends_block = |last: usize| {
        let dedents = tokens.get(last + 1).is_some_and(|next| next.kind == token::Kind::Dedent);
        dedents && tokens[last].range().end() == TextSize::of(source.text)
    };
    source.text.ends_with('\n') || !source.typed && last.is_some_and(ends_block)
}

fn compound(stmt: &Stmt) -> bool {
    matches!(
        stmt,
        Stmt::FunctionDef(_)
            | Stmt::ClassDef(_)
            | Stmt::For(_)
            | Stmt::While(_)
            | Stmt::If(_)
            | Stmt::With(_)
            | Stmt::Match(_)
            | Stmt::Try(_)
    )
}
