//! The operators by name: their symbols in messages and their methods.

use crate::objects::symbol::{Symbol, known};

macro_rules! binary_operators {
    ($($name:ident $text:literal $method:ident $reflected:ident $inplace:ident,)*) => {
        /// A binary operator.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum BinaryOp { $($name,)* }

        impl BinaryOp {
            pub const ALL: &'static [BinaryOp] = &[$(BinaryOp::$name,)*];

            /// As written in a program.
            pub fn symbol(self) -> &'static str {
                match self { $(BinaryOp::$name => $text,)* }
            }

            /// `__add__`
            pub fn method(self) -> Symbol {
                match self { $(BinaryOp::$name => known::$method,)* }
            }

            /// `__radd__`
            pub fn reflected(self) -> Symbol {
                match self { $(BinaryOp::$name => known::$reflected,)* }
            }

            /// `__iadd__`
            pub fn inplace(self) -> Symbol {
                match self { $(BinaryOp::$name => known::$inplace,)* }
            }
        }
    };
}

binary_operators! {
    Add "+" ADD RADD IADD,
    Sub "-" SUB RSUB ISUB,
    Mul "*" MUL RMUL IMUL,
    TrueDiv "/" TRUEDIV RTRUEDIV ITRUEDIV,
    FloorDiv "//" FLOORDIV RFLOORDIV IFLOORDIV,
    Mod "%" MOD RMOD IMOD,
    Pow "**" POW RPOW IPOW,
    MatMul "@" MATMUL RMATMUL IMATMUL,
    LShift "<<" LSHIFT RLSHIFT ILSHIFT,
    RShift ">>" RSHIFT RRSHIFT IRSHIFT,
    And "&" AND RAND IAND,
    Or "|" OR ROR IOR,
    Xor "^" XOR RXOR IXOR,
}

/// A rich comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl CompareOp {
    pub const ALL: &'static [CompareOp] =
        &[CompareOp::Lt, CompareOp::Le, CompareOp::Eq, CompareOp::Ne, CompareOp::Gt, CompareOp::Ge];

    pub fn symbol(self) -> &'static str {
        match self {
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Eq => "==",
            CompareOp::Ne => "!=",
            CompareOp::Gt => ">",
            CompareOp::Ge => ">=",
        }
    }

    pub fn method(self) -> Symbol {
        match self {
            CompareOp::Lt => known::LT,
            CompareOp::Le => known::LE,
            CompareOp::Eq => known::EQ,
            CompareOp::Ne => known::NE,
            CompareOp::Gt => known::GT,
            CompareOp::Ge => known::GE,
        }
    }

    /// The comparison that the other operand is asked: `a < b` is `b > a`.
    pub fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
            same => same,
        }
    }

    /// What the comparison says of operands in this order.
    #[inline(always)]
    pub fn judge(self, order: std::cmp::Ordering) -> bool {
        match self {
            CompareOp::Lt => order.is_lt(),
            CompareOp::Le => order.is_le(),
            CompareOp::Eq => order.is_eq(),
            CompareOp::Ne => order.is_ne(),
            CompareOp::Gt => order.is_gt(),
            CompareOp::Ge => order.is_ge(),
        }
    }
}

/// A unary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

impl UnaryOp {
    pub const ALL: &'static [UnaryOp] = &[UnaryOp::Neg, UnaryOp::Pos, UnaryOp::Invert];

    pub fn symbol(self) -> &'static str {
        match self {
            UnaryOp::Neg => "-",
            UnaryOp::Pos => "+",
            UnaryOp::Invert => "~",
        }
    }

    pub fn method(self) -> Symbol {
        match self {
            UnaryOp::Neg => known::NEG,
            UnaryOp::Pos => known::POS,
            UnaryOp::Invert => known::INVERT,
        }
    }
}
