//! `code.replace()`: a copy of a code object that differs in its name, file or first line (Objects/codeobject.c). What
//! the instructions are made of (constants, names, variables) is not replaced.

use std::rc::Rc;

use super::args::Args;
use super::attribute::get_attr;
use super::code::CodeObject;
use super::exception::{PyResult, type_error};
use super::interp::{Interp, not_supported};
use super::ops;
use super::types::type_name;
use super::value::Value;

/// `code.replace(**kwargs)`
#[cold]
#[inline(never)]
pub fn replace(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let Value::Code(code) = &this else {
        return Err(type_error("descriptor 'replace' requires a 'code' object"));
    };
    if args.positional_count() > 0 {
        return Err(type_error("replace() takes 0 positional arguments"));
    }
    let mut made = (*code.code).clone();
    let mut filename = code.filename.clone();
    for (name, value) in args.keywords() {
        let text = || match value {
            Value::Str(_) => Ok(Rc::from(value.text_or_empty())),
            _ => {
                let kind = type_name(value);
                Err(type_error(format!("replace() argument '{}' must be str, not {kind}", name.text())))
            }
        };
        match &*name.text() {
            "co_name" => made.name = text()?,
            "co_qualname" => made.qualname = text()?,
            "co_filename" => (filename, made.file) = (text()?, None),
            "co_firstlineno" => {
                let Value::Int(line) = value else {
                    let kind = type_name(value);
                    return Err(type_error(format!("'{kind}' object cannot be interpreted as an integer")));
                };
                let by = *line as i32 - made.first_line as i32;
                made.first_line = made.first_line.wrapping_add_signed(by);
                for position in &mut made.positions {
                    position.line = position.line.wrapping_add_signed(by);
                    position.end_line = position.end_line.wrapping_add_signed(by);
                }
            }
            other => {
                let flow = get_attr(i, &this, name)?;
                let now = i.finish(flow)?;
                if !ops::equal(i, &now, value)? {
                    return Err(not_supported(i, &format!("code.replace({other}=…)"), None));
                }
            }
        }
    }
    Ok(Value::Code(CodeObject::new(Rc::new(made), &filename)))
}
