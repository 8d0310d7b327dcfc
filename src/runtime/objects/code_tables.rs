//! What a code object tells of its lines and of the room it takes (`co_lines()`, `co_positions()`, `co_stacksize` …): of
//! our own instructions, two bytes each, so that offsets and tables are not CPython's, but lines and columns are.

use super::args::Args;
use super::code::CodeObject;
use super::exception::{PyResult, type_error};
use super::interp::Interp;
use super::native_class::NativeClass;
use super::ops;
use super::types::{Types, type_name, types};
use super::value::Value;
use super::warnings;

fn code(value: &Value) -> PyResult<&CodeObject> {
    match value {
        Value::Code(code) => Ok(code),
        other => Err(type_error(format!("expected a code object, not '{}'", type_name(other)))),
    }
}

fn alone(mut args: Args, method: &str) -> PyResult {
    let this = args.take_receiver();
    let [] = args.exactly(&format!("code.{method}"))?;
    Ok(this)
}

fn iterator(i: &mut dyn Interp, items: Vec<Value>) -> PyResult {
    let flow = ops::iter(i, &Value::list(items))?;
    i.finish(flow)
}

/// (start, end, line) of each run of instructions; a function begins where its `def` stands.
fn lines(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = alone(args, "co_lines")?;
    let code = &code(&this)?.code;
    let mut rows: Vec<(i64, i64, u32)> = Vec::new();
    let firsts = std::iter::once(code.first_line).chain(code.positions.iter().map(|position| position.line));
    for (at, line) in firsts.enumerate() {
        let at = 2 * at as i64;
        match rows.last_mut() {
            Some(row) if row.2 == line => row.1 = at + 2,
            _ => rows.push((at, at + 2, line)),
        }
    }
    let row = |(start, end, line): (i64, i64, u32)| {
        let line = if line == 0 { Value::None } else { Value::Int(line.into()) };
        Value::tuple([Value::Int(start), Value::Int(end), line])
    };
    iterator(i, rows.into_iter().map(row).collect())
}

/// (line, end line, column, end column) of each instruction.
fn positions(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = alone(args, "co_positions")?;
    let code = &code(&this)?.code;
    let first = [code.first_line, code.first_line, 0, 0];
    let others = code.positions.iter().map(|p| [p.line, p.end_line, p.column.into(), p.end_column.into()]);
    let rows = std::iter::once(first).chain(others);
    iterator(i, rows.map(|row| Value::tuple(row.map(|n| Value::Int(n.into())))).collect())
}

/// Fills `code` with these.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    NativeClass::extend(&t.code)
        .sync("co_lines", lines)
        .sync("co_positions", positions)
        .member("co_stacksize", |_, v| {
            let code = &code(v)?.code;
            Ok((usize::from(code.slots).saturating_sub(code.first_temp())).max(1).into())
        })
        .member("co_linetable", |_, v| Ok(Value::bytes(vec![0; 2 * code(v)?.code.positions.len()])))
        .member("co_exceptiontable", |_, v| Ok(Value::bytes(vec![0; 4 * code(v)?.code.handlers.len()])))
        .getter("co_lnotab", |i, v| {
            code(v)?;
            warnings::warn(i, &types().deprecation_warning, "co_lnotab is deprecated, use co_lines instead.", None)?;
            Ok(Value::bytes(Vec::new()))
        });
}
