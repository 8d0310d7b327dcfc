//! Code as text: one line an instruction, nested code after. For golden tests and the terminal program.

use std::fmt::Write;

use super::code::{Code, Const};
use super::op::{Instr, Op, flag, reg};

/// The disassembly of a block and of all blocks in it.
pub fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    block(code, &mut text);
    text
}

fn block(code: &Code, text: &mut String) {
    let line = code.first_line;
    let _ = writeln!(text, "{} (line {line}, {} slots)", code.qualname, code.slots);
    let names = |list: &[std::rc::Rc<str>]| list.iter().map(|n| n.to_string()).collect::<Vec<_>>().join(", ");
    for (label, list) in [("locals", &code.locals), ("cells", &code.cells), ("free", &code.free)] {
        if !list.is_empty() {
            let _ = writeln!(text, "  {label}: {}", names(list));
        }
    }
    let mut shown = 0;
    for (pc, instr) in code.instrs.iter().enumerate() {
        let at = code.positions[pc];
        let line = if at.line != 0 && at.line != shown { at.line.to_string() } else { String::new() };
        shown = if at.line != 0 { at.line } else { shown };
        let starts = if instr.flags & flag::LINE != 0 { '*' } else { ' ' };
        let _ = writeln!(text, "{line:>4}{starts} {pc:>4} {}", instruction(code, pc, *instr).trim_end());
    }
    for row in &code.handlers {
        let cleanup = if row.cleanup { " cleanup" } else { "" };
        let _ = writeln!(text, "  {}..{} -> {} depth {}{cleanup}", row.start, row.end, row.target, row.depth);
    }
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            text.push('\n');
            block(inner, text);
        }
    }
}

fn instruction(code: &Code, pc: usize, instr: Instr) -> String {
    let info = instr.op.info();
    let mut text = format!("{:<18}", info.name);
    let values = [instr.a, instr.b, instr.c];
    for (kind, value) in info.operands.chars().zip(values) {
        if let Some(operand) = operand(code, instr, kind, value) {
            text.push(' ');
            text.push_str(&operand);
        }
    }
    let small = instr.flags >> flag::SHIFT;
    if small != 0 {
        let _ = write!(text, " /{small}");
    }
    for (bit, name) in [(flag::INPLACE, "inplace"), (flag::ASYNC, "async")] {
        if instr.flags & bit != 0 {
            let _ = write!(text, " {name}");
        }
    }
    if instr.op == Op::Extra {
        let _ = write!(text, " {}", constant(&code.consts[code.instrs[pc].operand() as usize]));
    }
    text
}

fn operand(code: &Code, instr: Instr, kind: char, value: u16) -> Option<String> {
    Some(match kind {
        'd' | 'r' => slot(code, value),
        's' => {
            let name = code.sites.get(value as usize).and_then(|n| code.names.get(*n as usize));
            format!(".{}", name.map_or("?", |n| n))
        }
        'n' => format!("'{}'", code.names.get(value as usize).map_or("?", |n| n)),
        'k' if value == 0xffff => "-".into(),
        'k' => constant(&code.consts[value as usize]),
        'i' => (value as i16).to_string(),
        'K' => constant(&code.consts[instr.operand() as usize]),
        'J' => format!("to {}", instr.operand()),
        'I' => (instr.operand() as i32).to_string(),
        _ => return None,
    })
}

/// A local by its name, a temporary as `%number`; `!` marks the last use.
fn slot(code: &Code, register: u16) -> String {
    let number = (register & reg::SLOT) as usize;
    if number == reg::NONE as usize {
        return "-".into();
    }
    let all = code.locals.iter().chain(&code.cells).chain(&code.free);
    let name = match all.clone().nth(number) {
        Some(name) => name.to_string(),
        None => format!("%{}", number - code.first_temp()),
    };
    let take = if register & reg::TAKE != 0 { "!" } else { "" };
    format!("{name}{take}")
}

fn constant(constant_value: &Const) -> String {
    let list = |items: &[Const]| items.iter().map(constant).collect::<Vec<_>>().join(", ");
    match constant_value {
        Const::None => "None".into(),
        Const::Ellipsis => "...".into(),
        Const::Bool(value) => if *value { "True" } else { "False" }.into(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => format!("{value:?}"),
        Const::Imaginary(value) => format!("{value:?}j"),
        Const::Str(value) => format!("{value:?}"),
        Const::Surrogates(points) => format!("surrogates {points:x?}"),
        Const::Bytes(bytes) => format!("b{:?}", String::from_utf8_lossy(bytes)),
        Const::Tuple(items) => format!("({})", list(items)),
        Const::FrozenSet(items) => format!("frozenset({})", list(items)),
        Const::Code(code) => format!("<code {}>", code.qualname),
    }
}
