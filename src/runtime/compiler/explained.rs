//! Asserts that say what their parts came to, as pytest's rewriting of modules of tests has them: what each part of the
//! condition is goes to a name of its own, and the message is what a function of the module's makes of these.
//! `_pytest/explained.py` reads them in the same order.

use ruff_python_ast::name::Name;
use ruff_python_ast::{
    Arguments, AtomicNodeIndex, ExceptHandler, Expr, ExprCall, ExprContext, ExprName, ExprNamed, ExprNoneLiteral, Stmt,
    StmtAssert, StmtAssign, Suite,
};
use ruff_text_size::{Ranged, TextRange};

/// The function that makes the message.
const EXPLAIN: &str = "@pytest_ar";

pub fn explain_asserts(body: &mut Suite) {
    for mut stmt in std::mem::take(body) {
        let after = match &mut stmt {
            Stmt::Assert(stmt) => explain(stmt),
            other => {
                explain_in(other);
                None
            }
        };
        body.push(stmt);
        body.extend(after);
    }
}

fn explain_in(stmt: &mut Stmt) {
    match stmt {
        Stmt::FunctionDef(stmt) => explain_asserts(&mut stmt.body),
        Stmt::ClassDef(stmt) => explain_asserts(&mut stmt.body),
        Stmt::With(stmt) => explain_asserts(&mut stmt.body),
        Stmt::If(stmt) => {
            explain_asserts(&mut stmt.body);
            stmt.elif_else_clauses.iter_mut().for_each(|clause| explain_asserts(&mut clause.body));
        }
        Stmt::For(stmt) => [&mut stmt.body, &mut stmt.orelse].into_iter().for_each(explain_asserts),
        Stmt::While(stmt) => [&mut stmt.body, &mut stmt.orelse].into_iter().for_each(explain_asserts),
        Stmt::Match(stmt) => stmt.cases.iter_mut().for_each(|case| explain_asserts(&mut case.body)),
        Stmt::Try(stmt) => {
            [&mut stmt.body, &mut stmt.orelse, &mut stmt.finalbody].into_iter().for_each(explain_asserts);
            for ExceptHandler::ExceptHandler(handler) in &mut stmt.handlers {
                explain_asserts(&mut handler.body);
            }
        }
        _ => {}
    }
}

/// Gives the statement that lets go of the parts of an assert that has passed.
fn explain(stmt: &mut StmtAssert) -> Option<Stmt> {
    let range = stmt.range;
    let mut parts = 0;
    name_parts(&mut stmt.test, &mut parts);
    let func = Box::new(name(EXPLAIN, range, ExprContext::Load));
    let args = stmt.msg.take().map(|message| *message).into_iter().collect();
    let arguments = Arguments { range, node_index: AtomicNodeIndex::default(), args, keywords: Default::default() };
    let call = ExprCall { node_index: AtomicNodeIndex::default(), range_start: range.start(), func, arguments };
    stmt.msg = Some(Box::new(Expr::Call(call)));
    let targets: Vec<Expr> = (0..parts).map(|number| part(number, range)).collect();
    let value = Box::new(Expr::NoneLiteral(ExprNoneLiteral { node_index: AtomicNodeIndex::default(), range }));
    let forgets = StmtAssign { node_index: AtomicNodeIndex::default(), range, targets, value };
    (parts > 0).then_some(Stmt::Assign(forgets))
}

/// Whether the assert has been made to say what its parts came to.
pub fn is_explained(stmt: &StmtAssert) -> bool {
    matches!(stmt.msg.as_deref(), Some(Expr::Call(call)) if matches!(&*call.func, Expr::Name(it) if it.id == EXPLAIN))
}

fn name_parts(expr: &mut Expr, next: &mut usize) {
    if matches!(expr, Expr::Name(_) | Expr::Named(_)) {
        return;
    }
    if let Expr::Starred(starred) = expr {
        return name_parts(&mut starred.value, next);
    }
    let number = *next;
    *next += 1;
    match expr {
        Expr::BoolOp(it) => it.values.iter_mut().for_each(|value| name_parts(value, next)),
        Expr::UnaryOp(it) => name_parts(&mut it.operand, next),
        Expr::BinOp(it) => {
            name_parts(&mut it.left, next);
            name_parts(&mut it.right, next);
        }
        Expr::Call(it) => {
            name_parts(&mut it.func, next);
            it.arguments.args.iter_mut().for_each(|arg| name_parts(arg, next));
            it.arguments.keywords.iter_mut().for_each(|keyword| name_parts(&mut keyword.value, next));
        }
        Expr::Attribute(it) => name_parts(&mut it.value, next),
        Expr::Compare(it) => {
            name_parts(&mut it.left, next);
            it.comparators.iter_mut().for_each(|value| name_parts(value, next));
        }
        _ => {}
    }
    let range = expr.range();
    let target = Box::new(part(number, range));
    let placeholder = name("", range, ExprContext::Load);
    let value = Box::new(std::mem::replace(expr, placeholder));
    *expr = Expr::Named(ExprNamed { node_index: AtomicNodeIndex::default(), range, target, value });
}

/// The name to which the part of this number goes.
fn part(number: usize, range: TextRange) -> Expr {
    name(&format!("@py_assert{number}"), range, ExprContext::Store)
}

fn name(id: &str, range: TextRange, ctx: ExprContext) -> Expr {
    Expr::Name(ExprName { node_index: AtomicNodeIndex::default(), range, id: Name::new(id), ctx })
}
