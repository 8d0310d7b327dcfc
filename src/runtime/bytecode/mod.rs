//! Register bytecode as plain data: instructions, code, exception and location tables. Knows neither values nor running:
//! constants are literals here and become values when a code object is made ready to run (objects/code.rs).

mod code;
mod disassemble;
mod later;
mod op;

pub use code::{Code, CodeFlags, Const, Handler, InlinedVariable, Params, Position};
pub use disassemble::disassemble;
pub use later::Later;
pub use op::{
    AWAITING, Instr, OPCODES, Op, OpInfo, awaited, flag, format_conversion, fuse, intrinsic, make_function, reg,
};
