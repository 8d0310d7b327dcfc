//! What a code object tells of its instructions, their lines and the room they take (`co_code`, `co_lines()`,
//! `co_positions()`, `co_stacksize` …): of those that CPython would make, and where these are not known of our own, two
//! bytes each, whose lines and columns are CPython's alone.

use super::args::Args;
use super::code::CodeObject;
use super::cpython_places::told;
use super::exception::{PyResult, type_error};
use super::interp::Interp;
use super::native_class::NativeClass;
use super::ops;
use super::types::{Types, type_name, types};
use super::value::Value;
use super::warnings;
use crate::bytecode::Code;

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

/// Start, end and line of each run of instructions; a function begins where its `def` stands. Line 0: none.
fn rows(code: &Code) -> Vec<(i64, i64, u32)> {
    let mut rows: Vec<(i64, i64, u32)> = Vec::new();
    for (at, [line, ..]) in places(code).enumerate() {
        let at = 2 * at as i64;
        match rows.last_mut() {
            Some(row) if row.2 == line => row.1 = at + 2,
            _ => rows.push((at, at + 2, line)),
        }
    }
    rows
}

/// Line, end line, column and end column of each instruction, that in front of a function's own included.
fn places(code: &Code) -> impl Iterator<Item = [u32; 4]> + '_ {
    let first = [code.first_line, code.first_line, 0, 0];
    let others = code.positions.iter().map(|p| [p.line, p.end_line, p.column.into(), p.end_column.into()]);
    std::iter::once(first).chain(others)
}

/// What CPython would have, or else our own.
fn of(i: &mut dyn Interp, this: &Value, name: &str, own: fn(&Code) -> Value) -> PyResult {
    let object = code(this)?;
    let told = told(i, name, object, vec![this.clone()])?;
    Ok(told.unwrap_or_else(|| own(&object.code)))
}

/// `co_lines()`
fn lines(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = alone(args, "co_lines")?;
    if let Some(told) = told(i, "lines", code(&this)?, vec![this.clone()])? {
        let rows = ops::to_vec(i, &told)?;
        return iterator(i, rows);
    }
    let row = |(start, end, line): (i64, i64, u32)| {
        let line = if line == 0 { Value::None } else { Value::Int(line.into()) };
        Value::tuple([Value::Int(start), Value::Int(end), line])
    };
    let rows = rows(&code(&this)?.code);
    iterator(i, rows.into_iter().map(row).collect())
}

pub(super) fn own_positions(code: &Code) -> Vec<Value> {
    let row = |place: [u32; 4]| match place {
        [0, ..] => Value::tuple([const { Value::None }; 4]),
        place => Value::tuple(place.map(|n| Value::Int(n.into()))),
    };
    places(code).map(row).collect()
}

/// `co_positions()`
fn positions(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = alone(args, "co_positions")?;
    let rows = match told(i, "positions", code(&this)?, vec![this.clone()])? {
        Some(told) => ops::to_vec(i, &told)?,
        None => own_positions(&code(&this)?.code),
    };
    iterator(i, rows)
}

/// Six bits a byte, the lowest first (`Objects/locations.md`).
fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 64 {
        out.push(64 | (number & 63) as u8);
        number >>= 6;
    }
    out.push(number as u8);
}

/// `co_linetable`: an entry of the long form for each instruction, of one code unit each.
fn line_table(code: &Code) -> Vec<u8> {
    const LONG: u8 = 0x80 | 14 << 3;
    const NONE: u8 = 0x80 | 15 << 3;
    let (mut out, mut last) = (Vec::new(), i64::from(code.first_line));
    for [line, end_line, column, end_column] in places(code) {
        if line == 0 {
            out.push(NONE);
            continue;
        }
        let step = i64::from(line) - last;
        last = line.into();
        out.push(LONG);
        push_number(&mut out, (step.unsigned_abs() as u32) << 1 | u32::from(step < 0));
        push_number(&mut out, end_line.saturating_sub(line));
        push_number(&mut out, column + 1);
        push_number(&mut out, end_column + 1);
    }
    out
}

/// `co_exceptiontable`: start, length, target and depth of each row in code units, the highest bits first; a row's first
/// byte is marked (`InternalDocs/exception_handling.md`).
fn exception_table(code: &Code) -> Vec<u8> {
    let mut out = Vec::new();
    for row in &code.handlers {
        let begin = out.len();
        for number in [row.start + 1, row.end - row.start, row.target + 1, u32::from(row.depth) << 1] {
            for shift in [24, 18, 12, 6].into_iter().filter(|shift| number >> shift != 0) {
                out.push(64 | (number >> shift & 63) as u8);
            }
            out.push((number & 63) as u8);
        }
        out[begin] |= 0x80;
    }
    out
}

/// `co_lnotab`: by how much the offset and the line grow, in steps of at most 255 and from -128 to 127.
fn old_line_table(code: &Code) -> Vec<u8> {
    let (mut out, mut at, mut last) = (Vec::new(), 0, i64::from(code.first_line));
    for (start, _, line) in rows(code).into_iter().filter(|row| row.0 > 0 && row.2 != 0) {
        let (mut offset, mut step) = (start - at, i64::from(line) - last);
        (at, last) = (start, line.into());
        while offset > 255 {
            out.extend([255, 0]);
            offset -= 255;
        }
        while !(-128..=127).contains(&step) {
            let part = step.clamp(-128, 127);
            out.extend([offset as u8, part as i8 as u8]);
            (offset, step) = (0, step - part);
        }
        out.extend([offset as u8, step as i8 as u8]);
    }
    out
}

/// Fills `code` with these.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    NativeClass::extend(&t.code)
        .sync("co_lines", lines)
        .sync("co_positions", positions)
        .getter("co_code", |i, v| of(i, v, "code_bytes", |code| Value::bytes(vec![0; 2 * code.instrs.len()])))
        .member("co_consts", |i, v| {
            let object = code(v)?;
            let told = told(i, "constants", object, vec![v.clone()])?;
            Ok(told.unwrap_or_else(|| Value::tuple(object.constants())))
        })
        .member("co_stacksize", |i, v| {
            of(i, v, "stack_size", |code| usize::from(code.slots).saturating_sub(code.first_temp()).max(1).into())
        })
        .member("co_linetable", |i, v| of(i, v, "line_table", |code| Value::bytes(line_table(code))))
        .member("co_exceptiontable", |i, v| of(i, v, "exception_table", |code| Value::bytes(exception_table(code))))
        .of_stack(
            "co_lnotab",
            |i, v| {
                let table = of(i, v, "old_line_table", |code| Value::bytes(old_line_table(code)))?;
                warnings::warn(
                    i,
                    &types().deprecation_warning,
                    "co_lnotab is deprecated, use co_lines instead.",
                    None,
                )?;
                Ok(table)
            },
            None,
        );
}
