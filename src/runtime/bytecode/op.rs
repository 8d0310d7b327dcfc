//! The instructions: one table of opcodes with operands, cost and meaning.
//!
//! An instruction is eight bytes: opcode, flags, and three 16-bit operands `a`, `b`, `c`. An operand that names a slot
//! is a *register*; a register that is read carries [`reg::TAKE`] when this is its last use: the value is moved out
//! and the slot is empty afterwards, so that no register lengthens a life. Temporaries are always read with `TAKE`
//! (a value needed twice is copied by `Move` without it); locals without it.
//! A register that is written has no flag; the old value is dropped after the new one is in place.
//!
//! Reading a local that may be unbound is preceded by `CheckLocal`; no other instruction meets an empty slot.

/// Bits of a register operand.
pub mod reg {
    /// Last use: move the value out of its slot.
    pub const TAKE: u16 = 0x8000;
    /// Masks the slot's number.
    pub const SLOT: u16 = 0x7fff;
    /// No register (an optional operand that is absent).
    pub const NONE: u16 = 0x7fff;
}

/// Bits of [`Instr::flags`].
pub mod flag {
    /// This instruction starts a line: a line event is due before it runs. Set on the first instruction of each
    /// statement that begins on a line of its own, where CPython's line table starts a line, and on a loop's
    /// header reached by a back-edge. As in CPython the event is due only if the frame's last one was for another
    /// line, or if the instruction is a `JumpBack` to the line it has itself (its loop's header).
    pub const LINE: u8 = 1;
    /// The operator is in place (`+=`): try `__iadd__` first.
    pub const INPLACE: u8 = 2;
    /// `BeforeWith`, `WithExceptStart`: `async with`. `Send`: an `await`, not a `yield from`.
    pub const ASYNC: u8 = 4;
    /// First of the bits that carry a small number: `flags >> SHIFT`.
    pub const SHIFT: u8 = 3;
}

/// `flags >> flag::SHIFT` of `FormatValue`.
pub mod format_conversion {
    pub const NONE: u8 = 0;
    pub const STR: u8 = 1;
    pub const REPR: u8 = 2;
    pub const ASCII: u8 = 3;
}

/// `flags >> flag::SHIFT` of `MakeFunction`: which extras stand in consecutive slots from `c`, in this order.
pub mod make_function {
    /// A tuple of defaults of positional parameters.
    pub const DEFAULTS: u8 = 1;
    /// A dict of defaults of keyword-only parameters.
    pub const KWDEFAULTS: u8 = 2;
    /// A dict of annotations.
    pub const ANNOTATIONS: u8 = 4;
    /// A tuple of cells.
    pub const CLOSURE: u8 = 8;
    /// A tuple of type parameters (PEP 695).
    pub const TYPE_PARAMS: u8 = 16;
}

/// Operand `c` of `Intrinsic`.
pub mod intrinsic {
    /// `b`: first of three registers: name, a function that computes the bound (or tuple of constraints) or None, one
    /// that computes the default or None. So with the other two kinds, which have no bound.
    pub const TYPEVAR: u16 = 0;
    pub const PARAMSPEC: u16 = 2;
    pub const TYPEVARTUPLE: u16 = 3;
    /// `b`: a tuple of type parameters; gives `Generic[*params]`.
    pub const SUBSCRIPT_GENERIC: u16 = 4;
    /// `b`: first of three registers: name, tuple of type parameters or None, a function that computes the value.
    pub const TYPE_ALIAS: u16 = 5;
    /// `b`: a module. `from m import *` into the frame's namespace.
    pub const IMPORT_STAR: u16 = 6;
    /// The frame's namespace as a dict (`locals()` of a class body). `b` unused.
    pub const LOCALS: u16 = 7;
    /// `b`: a value, for `sys.displayhook`.
    pub const DISPLAY: u16 = 8;
}

/// One instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C)]
pub struct Instr {
    pub op: Op,
    pub flags: u8,
    pub a: u16,
    pub b: u16,
    pub c: u16,
}

impl Instr {
    pub fn new(op: Op, a: u16, b: u16, c: u16) -> Self {
        Instr { op, flags: 0, a, b, c }
    }

    /// An instruction with a 32-bit operand in `b` (low) and `c` (high).
    pub fn wide(op: Op, a: u16, operand: u32) -> Self {
        Instr { op, flags: 0, a, b: operand as u16, c: (operand >> 16) as u16 }
    }

    /// The 32-bit operand in `b` and `c`: a jump's absolute target, a constant's index, a small int.
    #[inline(always)]
    pub fn operand(self) -> u32 {
        self.b as u32 | (self.c as u32) << 16
    }

    pub fn set_operand(&mut self, operand: u32) {
        self.b = operand as u16;
        self.c = (operand >> 16) as u16;
    }
}

/// What the disassembler and the cost model know of an opcode.
pub struct OpInfo {
    pub op: Op,
    pub name: &'static str,
    /// Operands, for the disassembly: `d` slot written, `r` slot read, `s` inline-cache site, `k` constant,
    /// `n` name, `i` plain number, `-` unused; `K`, `J`, `I` a 32-bit constant index, jump target, signed int in b and c.
    pub operands: &'static str,
    /// What one execution costs in fuel, quantum and CPU time, in instructions.
    pub cost: u8,
}

macro_rules! opcodes {
    ($($(#[$doc:meta])* $name:ident $operands:literal $cost:literal,)*) => {
        /// The opcodes. `dst`, `x`, `y` below are the registers `a`, `b`, `c` unless said otherwise.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Op { $($(#[$doc])* $name,)* }
        /// The table of opcodes, in their order.
        pub const OPCODES: &[OpInfo] = &[$(OpInfo { op: Op::$name, name: stringify!($name), operands: $operands, cost: $cost },)*];
    };
}

opcodes! {
    /// Does nothing (carries a line for `pass`).
    Nop "---" 1,
    /// In place of an instruction at which a line of the program begins, where lines are recorded; b|c: the line and its
    /// code object, packed for the trace. No code block has it.
    Line "---" 0,
    /// The same where a line begins, or may be told of, that the trace has not packed.
    LineAsked "---" 0,
    /// dst = constant number b|c.
    LoadConst "dK-" 1,
    /// dst = the signed 32-bit number in b|c.
    LoadInt "dI-" 1,
    LoadNone "d--" 1,
    /// dst = x. Raw: cells are moved as cells.
    Move "dr-" 1,
    /// Drops the value in slot a, if any, at once: the end of an expression statement, or a temporary left over.
    Drop "d--" 1,
    /// UnboundLocalError if slot a is empty.
    CheckLocal "r--" 1,
    /// Empties slot a (`del x`); UnboundLocalError if it is empty already.
    DeleteLocal "d--" 1,
    /// dst = global or builtin; b is a site.
    LoadGlobal "ds-" 1,
    /// The global at site b = a.
    StoreGlobal "rs-" 1,
    DeleteGlobal "-s-" 1,
    /// dst = name b, looked up in the frame's namespace, globals, builtins (class bodies, `exec`).
    LoadName "dn-" 1,
    StoreName "rn-" 1,
    DeleteName "-n-" 1,
    /// Slot a = a new cell holding what slot a held (which may be nothing).
    MakeCell "d--" 1,
    /// dst = contents of the cell in slot b; NameError (free) or UnboundLocalError (own) if empty. A cell of an inlined
    /// comprehension has no name in the frame: c is that of its name, and one more.
    LoadDeref "dr-" 1,
    /// The cell in slot a gets b.
    StoreDeref "rr-" 1,
    DeleteDeref "r--" 1,
    /// dst = name c in the class namespace, else the contents of the cell in slot b.
    LoadClassDeref "drn" 1,

    Add "drr" 1,
    Sub "drr" 1,
    Mul "drr" 1,
    TrueDiv "drr" 1,
    FloorDiv "drr" 1,
    Mod "drr" 1,
    Pow "drr" 1,
    MatMul "drr" 1,
    LShift "drr" 1,
    RShift "drr" 1,
    BitAnd "drr" 1,
    BitOr "drr" 1,
    BitXor "drr" 1,
    /// dst = x + the signed 16-bit number c (`i + 1`, and `i - 1` as `+ -1` for ints; c keeps its sign in messages:
    /// flag bit SHIFT set means the source said `- n`).
    AddInt "dri" 2,
    /// dst = x * the signed 16-bit number c.
    MulInt "dri" 2,
    /// dst = x // the signed 16-bit number c (not 0).
    FloorDivInt "dri" 2,
    /// dst = x % the signed 16-bit number c (not 0).
    ModInt "dri" 2,
    /// dst = x & the signed 16-bit number c; so with the others.
    BitAndInt "dri" 2,
    BitOrInt "dri" 2,
    BitXorInt "dri" 2,
    LShiftInt "dri" 2,
    RShiftInt "dri" 2,

    Neg "dr-" 1,
    Pos "dr-" 1,
    Invert "dr-" 1,
    Not "dr-" 1,

    Lt "drr" 1,
    Le "drr" 1,
    Eq "drr" 1,
    Ne "drr" 1,
    Gt "drr" 1,
    Ge "drr" 1,
    Is "drr" 1,
    IsNot "drr" 1,
    /// dst = x in y.
    In "drr" 1,
    NotIn "drr" 1,
    /// If x < y (b, c) the next instruction is skipped; it is the `Jump` to take when the test fails. So are all `Test…`.
    TestLt "-rr" 2,
    TestLe "-rr" 2,
    TestEq "-rr" 2,
    TestNe "-rr" 2,
    TestGt "-rr" 2,
    TestGe "-rr" 2,
    /// As TestLt, with the signed 16-bit number c on the right.
    TestLtInt "-ri" 3,
    TestLeInt "-ri" 3,
    TestEqInt "-ri" 3,
    TestNeInt "-ri" 3,
    TestGtInt "-ri" 3,
    TestGeInt "-ri" 3,
    TestIs "-rr" 2,
    TestIsNot "-rr" 2,
    TestIn "-rr" 2,
    TestNotIn "-rr" 2,
    /// If x (b) is None the next instruction is skipped.
    TestNone "-r-" 2,
    TestNotNone "-r-" 2,

    /// Goes to the absolute target b|c, which lies ahead.
    Jump "-J-" 1,
    /// As Jump, backwards: a loop's back-edge, where fuel, quantum and signals are looked at.
    JumpBack "-J-" 1,
    /// Goes to b|c if a is true; calls `__bool__`, `__len__`.
    JumpIfTrue "rJ-" 1,
    JumpIfFalse "rJ-" 1,

    /// dst = a tuple of c values from slot b on, which are taken. The same for the next ones.
    BuildTuple "dri" 1,
    BuildList "dri" 1,
    BuildSet "dri" 1,
    /// c counts pairs: key, value, key, value.
    BuildDict "dri" 1,
    /// dst = the str joined of c str values from slot b on (an f-string).
    BuildString "dri" 1,
    /// dst = slice of the three values from slot b on.
    BuildSlice "dr-" 1,
    /// The list in slot a gets value b at its end (comprehensions, displays with stars). a stays.
    ListAppend "rr-" 1,
    SetAdd "rr-" 1,
    /// The dict in slot a gets key b and value c.
    DictSet "rrr" 1,
    /// The list in slot a is extended by iterable b. flag bit SHIFT: in a call (`f(*x)`), for the error's words.
    ListExtend "rr-" 1,
    SetUpdate "rr-" 1,
    /// The dict in slot a is updated from mapping b (`{**x}`).
    DictUpdate "rr-" 1,
    /// As DictUpdate for `f(**x)`: a key that is there already is a TypeError that names the callable in slot c (not taken).
    DictMerge "rrr" 1,
    /// dst = tuple of the list b.
    ListToTuple "dr-" 1,
    /// dst = b formatted by spec register c (`reg::NONE`: none) after the conversion in the flags.
    FormatValue "drr" 1,
    /// c values of iterable b into slots a, a+1, …
    UnpackSequence "dri" 1,
    /// As UnpackSequence with a starred target: c = values before it | values after it << 8; the list is in between.
    UnpackEx "dri" 1,

    /// dst = attribute of x; c is a site.
    LoadAttr "drs" 1,
    /// a.site = b.
    StoreAttr "rrs" 1,
    DeleteAttr "r-s" 1,
    /// Prepares `x.name(…)`: slot a = the callable, slot a+1 = self, or empty when the callable is bound or plain.
    LoadMethod "drs" 1,
    /// `dst = x[y]`.
    LoadSubscr "drr" 1,
    /// dst = x[the signed 16-bit number c].
    LoadItem "dri" 2,
    /// `a[b] = c`.
    StoreSubscr "rrr" 1,
    /// `del a[b]`.
    DeleteSubscr "rr-" 1,

    /// dst = the result of calling slot b (taken) with slot b+1 as self (if not empty) and c arguments from b+2 on.
    Call "dri" 1,
    /// As Call; the next instruction is `Extra` whose b|c is the constant (a tuple of str) naming the last arguments.
    CallKw "dri" 1,
    /// dst = call of slot b, self in b+1 or empty, positional arguments as a tuple in b+2, keywords as a dict in b+3 or empty.
    CallEx "dr-" 1,
    /// Carries more operands of the instruction before it; never run by itself.
    Extra "---" 0,
    /// Ends the frame with value a; nothing stands in the slots from b on.
    Return "ri-" 1,
    /// dst = a function of the code constant b; extras as the flags say, in consecutive slots from c.
    MakeFunction "dkr" 1,
    /// dst = `builtins.__build_class__`.
    LoadBuildClass "d--" 1,

    /// dst = iter(x).
    GetIter "dr-" 1,
    /// dst = next(b): then the next instruction is skipped. When b is exhausted its slot is emptied and the next
    /// instruction runs: the `Jump` out of the loop.
    ForIter "dr-" 1,
    /// dst = the iterator for `yield from b`: generators and, in a generator-based coroutine, coroutines themselves.
    GetYieldFromIter "dr-" 1,
    /// dst = the awaitable's iterator of b: a coroutine itself, else `b.__await__()`.
    /// c: 0 an `await` expression, 1 `__aenter__`'s result, 2 `__aexit__`'s (for the error's words).
    GetAwaitable "dri" 1,
    /// dst = b.__aiter__().
    GetAIter "dr-" 1,
    /// dst = the awaitable of b.__anext__() (b stays), checked as by GetAwaitable.
    GetANext "dr-" 1,
    /// Delegates to the iterator in slot b: sends it the value in slot a. When it yields, this frame yields the same and
    /// the instruction runs again with what is sent; what is thrown into this frame is thrown into it. When it returns,
    /// slot a = the result, slot b is emptied, and the next instruction runs.
    Send "dr-" 1,
    /// Suspends the frame with value b; slot a = what is sent when it is resumed.
    Yield "dr-" 1,
    /// Slot a holds an exception: if StopAsyncIteration, drops it and goes on, else re-raises it.
    EndAsyncFor "r--" 1,

    /// b is the exception (not taken) that this frame now handles; slot a = the one it handled before (or None).
    PushExcInfo "dr-" 1,
    /// Ends handling: slot a (from PushExcInfo) is again the exception that the frame handles.
    PopExcept "r--" 1,
    /// dst = does exception b (not taken) match the class or tuple c?
    CheckExcMatch "drr" 1,
    /// Slots a and a+1 = the part of exception b (not taken; None when nothing is left) that matches c (or None) and the
    /// rest (or None), for `except*`. The part is what the frame handles from now on.
    CheckEgMatch "drr" 1,
    /// dst = what to raise after `except*` clauses: b the original group, c the list of raised and unhandled ones; or None.
    PrepReraiseStar "drr" 1,
    /// c = 0: re-raise what is handled (`raise`); 1: raise a; 2: raise a from b.
    Raise "rri" 1,
    /// Raises the exception in slot a again, its traceback as it is.
    Reraise "r--" 1,
    /// `with x`: slot a = the bound `__exit__`, slot a+1 = the result of `x.__enter__()` (for `async with` its awaitable).
    BeforeWith "dr-" 1,
    /// dst = b(type(exc), exc, traceback) for exception c (not taken); b is not taken.
    WithExceptStart "drr" 1,
    LoadAssertionError "d--" 1,

    /// dst = module of name b. c: constant number of the tuple of names imported from it, `0xffff`: none.
    /// Flags >> SHIFT: number of leading dots.
    ImportName "dnk" 1,
    /// dst = attribute c of module b (not taken), with ImportError's words.
    ImportFrom "drn" 1,

    /// dst = is b (not taken) a sequence for `match`?
    MatchSequence "dr-" 1,
    MatchMapping "dr-" 1,
    /// dst = tuple of the values of b (not taken) under the keys in tuple c, or None.
    MatchKeys "drr" 1,
    /// dst = tuple of matched attributes or None. b: first of three slots: subject (not taken), class, tuple of keyword
    /// names; c: number of positional patterns.
    MatchClass "dri" 1,
    /// dst = len(b), b not taken.
    GetLen "dr-" 1,
    /// dst = a dict copy of mapping b (not taken) without the keys in tuple c (`**rest`).
    CopyWithoutKeys "drr" 1,

    /// Makes `__annotations__` in the frame's namespace if it has none.
    SetupAnnotations "---" 1,
    /// dst = the intrinsic c of b.
    Intrinsic "dri" 1,
    /// UnboundLocalError naming b if slot a is empty: a variable of an inlined comprehension, which lives in a
    /// temporary.
    CheckNamed "rn-" 1,
    /// dst = tuple of iterable b for `f(*b)`, a tuple itself; a TypeError names the callable in slot c (not taken):
    /// «f() argument after * must be an iterable, not int».
    StarArgs "drr" 1,

    /// A `LoadAttr` with which `x.name += y` begins: an operator and a `StoreAttr` of the same attribute follow, and
    /// of numbers all three are done at once. Made of a `LoadAttr` when a code object is made ([`fuse`]).
    AddAttr "drs" 1,
    /// A `Call` of whose result the next [`AWAITING`] instructions are the `await`. Made of a `Call` ([`fuse`]).
    CallAwait "dri" 1,
}

/// Puts the instructions of which several can be done at once where they can be. Those that follow stay as they are, for
/// operands that are not known, and for jumps to them. Nothing is fused across the start of a line.
pub fn fuse(instrs: &mut [Instr], sites: &[u16]) {
    for at in 0..instrs.len().saturating_sub(2) {
        if instrs[at].op == Op::Call && awaited(instrs, at + 1, instrs[at].a).is_some() {
            instrs[at].op = Op::CallAwait;
        }
        let [load, operator, store] = [instrs[at], instrs[at + 1], instrs[at + 2]];
        let taken = load.a | reg::TAKE;
        let adds = match operator.op {
            Op::Add => operator.c & reg::TAKE == 0,
            Op::AddInt => true,
            _ => false,
        };
        if load.op == Op::LoadAttr
            && load.b & reg::TAKE == 0
            && adds
            && (operator.a, operator.b) == (load.a, taken)
            && store.op == Op::StoreAttr
            && (store.a, store.b) == (load.b, taken)
            && sites[store.c as usize] == sites[load.c as usize]
            && (operator.flags | store.flags) & flag::LINE == 0
        {
            instrs[at].op = Op::AddAttr;
        }
    }
}

/// How many instructions await a value that the one before them has made.
pub const AWAITING: usize = 3;

/// The `Send` that ends the instructions from `pc` on, if they await what is in register `made`, in the same line.
#[inline(always)]
pub fn awaited(instrs: &[Instr], pc: usize, made: u16) -> Option<&Instr> {
    let Some([get, none, send]) = instrs.get(pc..pc + AWAITING) else { return None };
    let awaits = get.op == Op::GetAwaitable && get.b == made | reg::TAKE && send.op == Op::Send;
    let in_line = (get.flags | none.flags | send.flags) & flag::LINE == 0;
    (awaits && in_line).then_some(send)
}

impl Op {
    /// The opcode's row.
    #[inline(always)]
    pub fn info(self) -> &'static OpInfo {
        &OPCODES[self as usize]
    }
}
