//! The syntax tree as the `ast` module shows it (CPython's `Parser/Python.asdl`): nodes with their class's name, their
//! place and their fields in order.

use ruff_python_ast::{self as ast, ConversionFlag, Expr, FStringPart, InterpolatedStringElement, Mod, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::bytecode::{Const, Position};
use crate::objects::int::MaxStrDigits;

use super::doubt;
use super::errors::ErrorKind;
use super::fstring::push_debug;
use super::source::Source;
use super::string::Text;
use super::{Mode, SyntaxError, literal, string};

/// A part of the tree.
pub enum Tree {
    /// A name, a number, a text, None.
    Value(Const),
    List(Vec<Tree>),
    /// A class's name, the place (columns in bytes), the fields, and how many nodes deep it is.
    Node(String, Option<Position>, Vec<Tree>, usize),
}

/// How many nodes deep a tree may be: whoever walks it recurses, and wasm's stack is small.
const MAX_DEPTH: usize = 1000;

/// How many nodes deep the deepest of them is.
fn depth(trees: &[Tree]) -> usize {
    let one = |tree: &Tree| match tree {
        Tree::Value(_) => 0,
        Tree::List(items) => depth(items),
        Tree::Node(.., depth) => *depth,
    };
    trees.iter().map(one).max().unwrap_or(0)
}

/// What holds statements.
const HOLDERS: [&str; 13] = [
    "FunctionDef",
    "AsyncFunctionDef",
    "ClassDef",
    "For",
    "AsyncFor",
    "While",
    "If",
    "With",
    "AsyncWith",
    "Match",
    "Try",
    "TryStar",
    "ExceptHandler",
];

/// The tree of a source, or why it has none.
pub fn tree(text: &str, filename: &str, mode: Mode, max_digits: MaxStrDigits) -> Result<Tree, SyntaxError> {
    let text = super::newlines(text.strip_prefix('\u{feff}').unwrap_or(text));
    let is_given = matches!(mode, Mode::Eval | Mode::Single);
    let source = Source::new(&text, filename, false).with_digits(max_digits).given(is_given);
    let (_, parsed) = super::parse(&source, mode).map_err(|error| match mode {
        Mode::Eval | Mode::Single => source.as_given(*error),
        Mode::Module | Mode::Exec => *error,
    })?;
    let build = Builder { source: &source };
    let tree = match &parsed {
        Mod::Expression(expression) => node("Expression", None, [build.expr(&expression.body)]),
        Mod::Module(module) if mode == Mode::Single => node("Interactive", None, [build.body(&module.body)]),
        Mod::Module(module) => node("Module", None, [build.body(&module.body), Tree::List(Vec::new())]),
    };
    if depth(std::slice::from_ref(&tree)) > MAX_DEPTH {
        let message = "maximum recursion depth exceeded during ast construction";
        return Err(*source.error_of(ErrorKind::RecursionError, message, parsed.range()));
    }
    Ok(tree)
}

/// A node; one that is too deep lets go of what is below it.
fn node(name: &str, place: Option<Position>, fields: impl Into<Vec<Tree>>) -> Tree {
    let mut fields = fields.into();
    let depth = 1 + depth(&fields);
    if depth > MAX_DEPTH {
        fields.clear();
    }
    Tree::Node(name.into(), place, fields, depth)
}

fn none() -> Tree {
    Tree::Value(Const::None)
}

fn text(value: &str) -> Tree {
    Tree::Value(Const::Str(value.into()))
}

fn name(value: &Option<ast::Identifier>) -> Tree {
    value.as_ref().map_or_else(none, |name| text(&name.id))
}

fn int(value: i64) -> Tree {
    Tree::Value(Const::Int(value))
}

/// An operator or a context: a node without fields that is called as it is here.
fn word(value: impl std::fmt::Debug) -> Tree {
    node(&format!("{value:?}"), None, [])
}

struct Builder<'s> {
    source: &'s Source<'s>,
}

impl Builder<'_> {
    fn at(&self, range: TextRange) -> Option<Position> {
        Some(self.source.position(range))
    }

    fn node(&self, name: &str, range: impl Ranged, fields: impl Into<Vec<Tree>>) -> Tree {
        let range = if HOLDERS.contains(&name) { self.source.with_semicolon(range.range()) } else { range.range() };
        node(name, self.at(range), fields)
    }

    fn body(&self, body: &[Stmt]) -> Tree {
        Tree::List(body.iter().map(|stmt| self.stmt(stmt)).collect())
    }

    fn exprs<'e>(&self, exprs: impl IntoIterator<Item = &'e Expr>) -> Tree {
        Tree::List(exprs.into_iter().map(|expr| self.expr(expr)).collect())
    }

    fn maybe(&self, expr: &Option<Box<Expr>>) -> Tree {
        expr.as_ref().map_or_else(none, |expr| self.expr(expr))
    }

    /// A decorated definition without its decorators.
    fn defined(&self, range: TextRange, decorators: &[ast::Decorator]) -> TextRange {
        let Some(last) = decorators.last() else { return range };
        let mut at = last.end().to_usize();
        let text = self.source.text;
        loop {
            let rest = &text[at..];
            at += rest.len() - rest.trim_start().len();
            match text[at..].starts_with('#') {
                true => at += text[at..].find('\n').unwrap_or(text.len() - at),
                false => break,
            }
        }
        TextRange::new(TextSize::try_from(at).unwrap_or(range.start()), range.end())
    }

    fn stmt(&self, stmt: &Stmt) -> Tree {
        let at = |name: &str, fields: Vec<Tree>| self.node(name, stmt.range(), fields);
        match stmt {
            Stmt::FunctionDef(f) => {
                let fields = [
                    text(&f.name.id),
                    self.parameters(&f.parameters),
                    self.body(&f.body),
                    self.exprs(f.decorator_list.iter().map(|d| &d.expression)),
                    self.maybe(&f.returns),
                    none(),
                    self.type_params(&f.type_params),
                ];
                let kind = if f.is_async { "AsyncFunctionDef" } else { "FunctionDef" };
                self.node(kind, self.defined(f.range, &f.decorator_list), fields)
            }
            Stmt::ClassDef(c) => {
                let (bases, keywords) = match &c.arguments {
                    Some(arguments) => (self.exprs(&arguments.args), self.keywords(&arguments.keywords)),
                    None => (Tree::List(Vec::new()), Tree::List(Vec::new())),
                };
                let fields = [
                    text(&c.name.id),
                    bases,
                    keywords,
                    self.body(&c.body),
                    self.exprs(c.decorator_list.iter().map(|d| &d.expression)),
                    self.type_params(&c.type_params),
                ];
                self.node("ClassDef", self.defined(c.range, &c.decorator_list), fields)
            }
            Stmt::Return(s) => at("Return", vec![self.maybe(&s.value)]),
            Stmt::Delete(s) => at("Delete", vec![self.exprs(&s.targets)]),
            Stmt::TypeAlias(s) => {
                at("TypeAlias", vec![self.expr(&s.name), self.type_params(&s.type_params), self.expr(&s.value)])
            }
            Stmt::Assign(s) => at("Assign", vec![self.exprs(&s.targets), self.expr(&s.value), none()]),
            Stmt::AugAssign(s) => at("AugAssign", vec![self.expr(&s.target), word(s.op), self.expr(&s.value)]),
            Stmt::AnnAssign(s) => {
                let fields = [self.expr(&s.target), self.expr(&s.annotation), self.maybe(&s.value)];
                at("AnnAssign", fields.into_iter().chain([int(s.simple.into())]).collect())
            }
            Stmt::For(s) => at(
                if s.is_async { "AsyncFor" } else { "For" },
                vec![self.expr(&s.target), self.expr(&s.iter), self.body(&s.body), self.body(&s.orelse), none()],
            ),
            Stmt::While(s) => at("While", vec![self.expr(&s.test), self.body(&s.body), self.body(&s.orelse)]),
            Stmt::If(s) => {
                let mut orelse = Tree::List(Vec::new());
                for clause in s.elif_else_clauses.iter().rev() {
                    orelse = match &clause.test {
                        None => self.body(&clause.body),
                        Some(test) => {
                            let range = TextRange::new(clause.start(), s.end());
                            let fields = [self.expr(test), self.body(&clause.body), orelse];
                            Tree::List(vec![self.node("If", range, fields)])
                        }
                    };
                }
                at("If", vec![self.expr(&s.test), self.body(&s.body), orelse])
            }
            Stmt::With(s) => {
                let item = |i: &ast::WithItem| {
                    node("withitem", None, [self.expr(&i.context_expr), self.maybe(&i.optional_vars)])
                };
                let items = Tree::List(s.items.iter().map(item).collect());
                at(if s.is_async { "AsyncWith" } else { "With" }, vec![items, self.body(&s.body), none()])
            }
            Stmt::Match(s) => {
                let case = |c: &ast::MatchCase| {
                    node("match_case", None, [self.pattern(&c.pattern), self.maybe(&c.guard), self.body(&c.body)])
                };
                at("Match", vec![self.expr(&s.subject), Tree::List(s.cases.iter().map(case).collect())])
            }
            Stmt::Raise(s) => {
                at("Raise", vec![doubt::raised(s).map_or_else(none, |exc| self.expr(exc)), self.maybe(&s.cause)])
            }
            Stmt::Try(s) => {
                let handler = |h: &ast::ExceptHandler| {
                    let ast::ExceptHandler::ExceptHandler(h) = h;
                    let fields = [self.maybe(&h.type_), name(&h.name), self.body(&h.body)];
                    self.node("ExceptHandler", h.range, fields)
                };
                let handlers = Tree::List(s.handlers.iter().map(handler).collect());
                let fields = vec![self.body(&s.body), handlers, self.body(&s.orelse), self.body(&s.finalbody)];
                at(if s.is_star { "TryStar" } else { "Try" }, fields)
            }
            Stmt::Assert(s) => at("Assert", vec![self.expr(&s.test), self.maybe(&s.msg)]),
            Stmt::Import(s) => at("Import", vec![self.aliases(&s.names)]),
            Stmt::ImportFrom(s) => at("ImportFrom", vec![name(&s.module), self.aliases(&s.names), int(s.level.into())]),
            Stmt::Global(s) => at("Global", vec![names(&s.names)]),
            Stmt::Nonlocal(s) => at("Nonlocal", vec![names(&s.names)]),
            Stmt::Expr(s) => at("Expr", vec![self.expr(&s.value)]),
            Stmt::Break(_) => at("Break", vec![]),
            Stmt::Continue(_) => at("Continue", vec![]),
            Stmt::Pass(_) | Stmt::IpyEscapeCommand(_) => at("Pass", vec![]),
        }
    }

    fn aliases(&self, aliases: &[ast::Alias]) -> Tree {
        let alias = |a: &ast::Alias| self.node("alias", a.range, [text(&a.name.id), name(&a.asname)]);
        Tree::List(aliases.iter().map(alias).collect())
    }

    fn keywords(&self, keywords: &[ast::Keyword]) -> Tree {
        let keyword = |k: &ast::Keyword| self.node("keyword", k.range, [name(&k.arg), self.expr(&k.value)]);
        Tree::List(keywords.iter().map(keyword).collect())
    }

    fn parameters(&self, p: &ast::Parameters) -> Tree {
        let arg = |p: &ast::Parameter| {
            // Of `*args` it is the name that counts.
            let range = TextRange::new(p.name.start(), p.end());
            self.node("arg", range, [text(&p.name.id), self.maybe(&p.annotation), none()])
        };
        let args = |list: &[ast::ParameterWithDefault]| Tree::List(list.iter().map(|p| arg(&p.parameter)).collect());
        let variadic = |p: &Option<Box<ast::Parameter>>| p.as_ref().map_or_else(none, |p| arg(p));
        let defaults = p.posonlyargs.iter().chain(&p.args).filter_map(|p| p.default.as_deref());
        let fields = [
            args(&p.posonlyargs),
            args(&p.args),
            variadic(&p.vararg),
            args(&p.kwonlyargs),
            Tree::List(p.kwonlyargs.iter().map(|p| self.maybe(&p.default)).collect()),
            variadic(&p.kwarg),
            self.exprs(defaults),
        ];
        node("arguments", None, fields)
    }

    fn type_params(&self, params: &Option<Box<ast::TypeParams>>) -> Tree {
        let param = |p: &ast::TypeParam| match p {
            ast::TypeParam::TypeVar(p) => {
                self.node("TypeVar", p.range, [text(&p.name.id), self.maybe(&p.bound), self.maybe(&p.default)])
            }
            ast::TypeParam::ParamSpec(p) => self.node("ParamSpec", p.range, [text(&p.name.id), self.maybe(&p.default)]),
            ast::TypeParam::TypeVarTuple(p) => {
                self.node("TypeVarTuple", p.range, [text(&p.name.id), self.maybe(&p.default)])
            }
        };
        Tree::List(params.iter().flat_map(|params| &params.type_params).map(param).collect())
    }

    fn pattern(&self, pattern: &Pattern) -> Tree {
        let all = |patterns: &[Pattern]| Tree::List(patterns.iter().map(|p| self.pattern(p)).collect());
        let at = |name: &str, fields: Vec<Tree>| self.node(name, pattern.range(), fields);
        match pattern {
            Pattern::MatchValue(p) => at("MatchValue", vec![self.expr(&p.value)]),
            Pattern::MatchSingleton(p) => {
                let value = match p.value {
                    ast::Singleton::None => Const::None,
                    ast::Singleton::True => Const::Bool(true),
                    ast::Singleton::False => Const::Bool(false),
                };
                at("MatchSingleton", vec![Tree::Value(value)])
            }
            Pattern::MatchSequence(p) => at("MatchSequence", vec![all(&p.patterns)]),
            Pattern::MatchMapping(p) => at("MatchMapping", vec![self.exprs(&p.keys), all(&p.patterns), name(&p.rest)]),
            Pattern::MatchClass(p) => {
                let keywords = &p.arguments.keywords;
                let attrs = Tree::List(keywords.iter().map(|k| text(&k.attr.id)).collect());
                let patterns = Tree::List(keywords.iter().map(|k| self.pattern(&k.pattern)).collect());
                at("MatchClass", vec![self.expr(&p.cls), all(&p.arguments.patterns), attrs, patterns])
            }
            Pattern::MatchStar(p) => at("MatchStar", vec![name(&p.name)]),
            Pattern::MatchAs(p) => {
                let inner = p.pattern.as_ref().map_or_else(none, |p| self.pattern(p));
                at("MatchAs", vec![inner, name(&p.name)])
            }
            Pattern::MatchOr(p) => at("MatchOr", vec![all(&p.patterns)]),
        }
    }

    fn expr(&self, expr: &Expr) -> Tree {
        let at = |name: &str, fields: Vec<Tree>| self.node(name, expr.range(), fields);
        let constant = |value: Const, kind: Tree| at("Constant", vec![Tree::Value(value), kind]);
        match expr {
            Expr::BoolOp(e) => at("BoolOp", vec![word(e.op), self.exprs(&e.values)]),
            Expr::Named(e) => at("NamedExpr", vec![self.expr(&e.target), self.expr(&e.value)]),
            Expr::BinOp(_) => self.operators(expr),
            Expr::UnaryOp(e) => at("UnaryOp", vec![word(e.op), self.expr(&e.operand)]),
            Expr::Lambda(e) => {
                let nothing = ast::Parameters::default();
                let parameters = self.parameters(e.parameters.as_deref().unwrap_or(&nothing));
                at("Lambda", vec![parameters, self.expr(&e.body)])
            }
            Expr::If(e) => at("IfExp", vec![self.expr(&e.test), self.expr(&e.body), self.expr(&e.orelse)]),
            Expr::Dict(e) => {
                let keys = e.items.iter().map(|i| i.key.as_ref().map_or_else(none, |key| self.expr(key)));
                at("Dict", vec![Tree::List(keys.collect()), self.exprs(e.items.iter().map(|i| &i.value))])
            }
            Expr::Set(e) => at("Set", vec![self.exprs(&e.elts)]),
            Expr::ListComp(e) => at("ListComp", vec![self.expr(&e.elt), self.generators(&e.generators)]),
            Expr::SetComp(e) => at("SetComp", vec![self.expr(&e.elt), self.generators(&e.generators)]),
            Expr::DictComp(e) => {
                at("DictComp", vec![self.maybe(&e.key), self.expr(&e.value), self.generators(&e.generators)])
            }
            Expr::Generator(e) => at("GeneratorExp", vec![self.expr(&e.elt), self.generators(&e.generators)]),
            Expr::Await(e) => at("Await", vec![self.expr(&e.value)]),
            Expr::Yield(e) => at("Yield", vec![self.maybe(&e.value)]),
            Expr::YieldFrom(e) => at("YieldFrom", vec![self.expr(&e.value)]),
            Expr::Compare(e) => {
                let ops = Tree::List(e.ops.iter().map(word).collect());
                at("Compare", vec![self.expr(&e.left), ops, self.exprs(&e.comparators)])
            }
            Expr::Call(e) => {
                let mut args = self.exprs(&e.arguments.args);
                // A lone generator expression has the call's parentheses.
                if let (Tree::List(list), [Expr::Generator(generator)]) = (&mut args, &*e.arguments.args)
                    && let (Some(Tree::Node(_, place, ..)), false) = (list.first_mut(), generator.parenthesized)
                {
                    *place = self.at(e.arguments.range());
                }
                at("Call", vec![self.expr(&e.func), args, self.keywords(&e.arguments.keywords)])
            }
            Expr::FString(e) => self.joined(e),
            Expr::StringLiteral(e) => {
                let unicode = e.value.iter().next().is_some_and(|part| part.flags.prefix().is_unicode());
                let kind = if unicode { text("u") } else { none() };
                constant(string::constant(self.source, e), kind)
            }
            Expr::BytesLiteral(e) => constant(Const::Bytes(e.value.bytes().collect::<Vec<u8>>().into()), none()),
            Expr::NumberLiteral(e) => constant(literal::number(self.source, e), none()),
            Expr::BooleanLiteral(e) => constant(Const::Bool(e.value), none()),
            Expr::NoneLiteral(_) => constant(Const::None, none()),
            Expr::EllipsisLiteral(_) => constant(Const::Ellipsis, none()),
            Expr::Attribute(e) => at("Attribute", vec![self.expr(&e.value), text(&e.attr.id), word(e.ctx)]),
            Expr::Subscript(e) => at("Subscript", vec![self.expr(&e.value), self.expr(&e.slice), word(e.ctx)]),
            Expr::Starred(e) => at("Starred", vec![self.expr(&e.value), word(e.ctx)]),
            Expr::Name(e) => at("Name", vec![text(&e.id), word(e.ctx)]),
            Expr::List(e) => at("List", vec![self.exprs(&e.elts), word(e.ctx)]),
            Expr::Tuple(e) => at("Tuple", vec![self.exprs(&e.elts), word(e.ctx)]),
            Expr::Slice(e) => at("Slice", vec![self.maybe(&e.lower), self.maybe(&e.upper), self.maybe(&e.step)]),
            Expr::TString(_) | Expr::IpyEscapeCommand(_) => constant(Const::None, none()),
        }
    }

    /// A chain of operators that leans to the left, without recursion along it.
    fn operators(&self, expr: &Expr) -> Tree {
        let mut chain = Vec::new();
        let mut left = expr;
        while let Expr::BinOp(op) = left {
            chain.push(op);
            left = &op.left;
        }
        let first = self.expr(left);
        let join = |left, op: &ast::ExprBinOp| self.node("BinOp", op.range, [left, word(op.op), self.expr(&op.right)]);
        chain.into_iter().rev().fold(first, join)
    }

    fn generators(&self, generators: &[ast::Comprehension]) -> Tree {
        let generator = |g: &ast::Comprehension| {
            let fields = [self.expr(&g.target), self.expr(&g.iter), self.exprs(&g.ifs), int(g.is_async.into())];
            node("comprehension", None, fields)
        };
        Tree::List(generators.iter().map(generator).collect())
    }

    fn joined(&self, e: &ast::ExprFString) -> Tree {
        let mut pieces = Pieces::default();
        for part in e.value.as_slice() {
            match part {
                FStringPart::Literal(literal) => {
                    string::push_literal(self.source, &mut pieces.pending, literal);
                    pieces.cover(literal.range);
                }
                FStringPart::FString(part) => {
                    let raw = part.flags.prefix().is_raw();
                    pieces.decodes = !raw;
                    self.elements(&part.elements, raw, false, &mut pieces);
                }
            }
        }
        self.node("JoinedStr", e.range, [self.end(pieces)])
    }

    fn elements(&self, elements: &ast::InterpolatedStringElements, raw: bool, is_specifier: bool, pieces: &mut Pieces) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) if raw && is_specifier => {
                    // CPython decodes it all the same.
                    pieces.pending.push_escaped(self.source.slice(literal.range));
                    pieces.cover(literal.range);
                }
                InterpolatedStringElement::Literal(literal) => {
                    string::push(self.source, &mut pieces.pending, &literal.value, (literal.range, raw, true));
                    pieces.cover(literal.range);
                }
                InterpolatedStringElement::Interpolation(value) => {
                    if let Some(debug) = &value.debug_text {
                        push_debug(&mut pieces.pending, debug.as_str(), pieces.decodes);
                        // Without the brace.
                        let start = value.start() + TextSize::from(1);
                        pieces.cover(TextRange::at(start, TextSize::of(debug.as_str())));
                    }
                    self.flush(pieces);
                    let spec = value.format_spec.as_ref().map_or_else(none, |spec| {
                        let mut inner = Pieces::default();
                        self.elements(&spec.elements, raw, true, &mut inner);
                        // The colon is part of it.
                        let range = TextRange::new(spec.start() - TextSize::from(1), spec.end());
                        self.node("JoinedStr", range, [self.end(inner)])
                    });
                    let shows_repr = value.debug_text.is_some() && value.format_spec.is_none();
                    let conversion = match value.conversion {
                        ConversionFlag::None if shows_repr => i64::from(b'r'),
                        flag => flag as i64,
                    };
                    let fields = [self.expr(&value.expression), int(conversion), spec];
                    pieces.values.push(self.node("FormattedValue", value.range, fields));
                }
            }
        }
    }

    /// Puts the text before a value among the pieces.
    fn flush(&self, pieces: &mut Pieces) {
        let (pending, place) = (std::mem::take(&mut pieces.pending), pieces.place.take());
        if !pending.is_empty() {
            let fields = [Tree::Value(pending.into_const()), none()];
            pieces.values.push(self.node("Constant", place.unwrap_or_default(), fields));
        }
    }

    fn end(&self, mut pieces: Pieces) -> Tree {
        self.flush(&mut pieces);
        Tree::List(pieces.values)
    }
}

fn names(names: &[ast::Identifier]) -> Tree {
    Tree::List(names.iter().map(|name| text(&name.id)).collect())
}

/// The pieces of an f-string.
#[derive(Default)]
struct Pieces {
    values: Vec<Tree>,
    pending: Text,
    place: Option<TextRange>,
    /// Whether escapes in the text of `{text = }` are decoded.
    decodes: bool,
}

impl Pieces {
    fn cover(&mut self, range: TextRange) {
        self.place = Some(self.place.map_or(range, |place| place.cover(range)));
    }
}
