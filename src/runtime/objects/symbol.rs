//! Interned names: a `Symbol` is a small number, equal for equal text, with the str value at hand.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::hasher::FastMap;
use super::string::Str;
use super::value::Value;

/// An interned name. Symbols live as long as their thread; their order and numbers are never visible to a program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Symbol(u32);

struct Interner {
    numbers: FastMap<Rc<str>, u32>,
    texts: Vec<Rc<str>>,
    /// Each made when first asked for.
    values: Vec<OnceCell<Rc<Str>>>,
}

/// The built-in types and modules alone speak of so many names.
const AT_LEAST: usize = 2_048;

impl Interner {
    fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&number) = self.numbers.get(text) {
            return Symbol(number);
        }
        let number = self.texts.len() as u32;
        let shared: Rc<str> = text.into();
        self.numbers.insert(shared.clone(), number);
        self.texts.push(shared);
        self.values.push(OnceCell::new());
        Symbol(number)
    }
}

thread_local! {
    static INTERNER: RefCell<Interner> = RefCell::new({
        let mut interner = Interner { numbers: FastMap::with_capacity_and_hasher(AT_LEAST, Default::default()), texts: Vec::with_capacity(AT_LEAST), values: Vec::with_capacity(AT_LEAST) };
        for text in known::TEXTS {
            interner.intern(text);
        }
        interner
    });
}

/// Names that the code itself speaks of are looked up by their place in memory; a power of two.
const FIXED: usize = 256;

thread_local! {
    static FIXED_NAMES: RefCell<[(usize, Symbol); FIXED]> = const { RefCell::new([(0, Symbol(0)); FIXED]) };
}

impl Symbol {
    /// Its place among all names of this thread.
    #[inline(always)]
    pub fn number(self) -> u32 {
        self.0
    }

    /// [`Symbol::new`] of a literal, remembered by its address.
    pub fn fixed(text: &'static str) -> Symbol {
        let place = text.as_ptr() as usize ^ text.len().rotate_left(20);
        let slot = (place ^ (place >> 8)) % FIXED;
        FIXED_NAMES.with(|names| {
            let mut names = names.borrow_mut();
            if names[slot].0 != place {
                names[slot] = (place, Symbol::new(text));
            }
            names[slot].1
        })
    }

    pub fn new(text: &str) -> Symbol {
        INTERNER.with(|i| i.borrow_mut().intern(text))
    }

    pub fn text(self) -> Rc<str> {
        INTERNER.with(|i| i.borrow().texts[self.0 as usize].clone())
    }

    /// The name as a str value; always the same object.
    pub fn value(self) -> Value {
        Value::Str(INTERNER.with(|i| {
            let Interner { texts, values, .. } = &*i.borrow();
            let at = self.0 as usize;
            values[at].get_or_init(|| Rc::new(Str::interned(&texts[at], self))).clone()
        }))
    }

    /// The symbol of a str object, interned at the first call and remembered in it.
    /// None: the str holds lone surrogates, so no name can equal it.
    pub fn of(string: &Rc<Str>) -> Option<Symbol> {
        string.symbol_or_intern()
    }
}

macro_rules! known {
    ($($name:ident $text:literal,)*) => {
        /// Names that the interpreter itself speaks of, interned first.
        pub mod known {
            use super::Symbol;
            pub(super) const TEXTS: &[&str] = &[$($text,)*];
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Number { $($name,)* }
            $(pub const $name: Symbol = Symbol(Number::$name as u32);)*
        }
    };
}

known! {
    EMPTY "",
    INIT "__init__", NEW "__new__", DEL "__del__", CALL "__call__", NAME "__name__", QUALNAME "__qualname__",
    MODULE "__module__", DOC "__doc__", DICT "__dict__", CLASS "__class__", BASES "__bases__", MRO "__mro__",
    SLOTS "__slots__", ANNOTATIONS "__annotations__", TYPE_PARAMS "__type_params__", CLASSCELL "__classcell__",
    CLASSDICTCELL "__classdictcell__",
    STR "__str__", REPR "__repr__", FORMAT "__format__", HASH "__hash__", BOOL "__bool__", LEN "__len__",
    LENGTH_HINT "__length_hint__", ITER "__iter__", NEXT "__next__", REVERSED "__reversed__", CONTAINS "__contains__",
    GETITEM "__getitem__", SETITEM "__setitem__", DELITEM "__delitem__", MISSING "__missing__",
    GETATTR "__getattr__", GETATTRIBUTE "__getattribute__", SETATTR "__setattr__", DELATTR "__delattr__",
    GET "__get__", SET "__set__", DELETE "__delete__", SET_NAME "__set_name__", INIT_SUBCLASS "__init_subclass__",
    PREPARE "__prepare__", CLASS_GETITEM "__class_getitem__", INSTANCECHECK "__instancecheck__",
    SUBCLASSCHECK "__subclasscheck__", MRO_ENTRIES "__mro_entries__", ABSTRACT "__isabstractmethod__",
    EQ "__eq__", NE "__ne__", LT "__lt__", LE "__le__", GT "__gt__", GE "__ge__",
    ADD "__add__", SUB "__sub__", MUL "__mul__", TRUEDIV "__truediv__", FLOORDIV "__floordiv__", MOD "__mod__",
    POW "__pow__", MATMUL "__matmul__", LSHIFT "__lshift__", RSHIFT "__rshift__", AND "__and__", OR "__or__", XOR "__xor__",
    RADD "__radd__", RSUB "__rsub__", RMUL "__rmul__", RTRUEDIV "__rtruediv__", RFLOORDIV "__rfloordiv__", RMOD "__rmod__",
    RPOW "__rpow__", RMATMUL "__rmatmul__", RLSHIFT "__rlshift__", RRSHIFT "__rrshift__", RAND "__rand__", ROR "__ror__",
    RXOR "__rxor__",
    IADD "__iadd__", ISUB "__isub__", IMUL "__imul__", ITRUEDIV "__itruediv__", IFLOORDIV "__ifloordiv__", IMOD "__imod__",
    IPOW "__ipow__", IMATMUL "__imatmul__", ILSHIFT "__ilshift__", IRSHIFT "__irshift__", IAND "__iand__", IOR "__ior__",
    IXOR "__ixor__",
    NEG "__neg__", POS "__pos__", INVERT "__invert__", ABS "__abs__", ROUND "__round__", TRUNC "__trunc__",
    FLOOR "__floor__", CEIL "__ceil__", DIVMOD "__divmod__", RDIVMOD "__rdivmod__", INT "__int__", FLOAT "__float__",
    COMPLEX "__complex__", INDEX "__index__", BYTES "__bytes__",
    ENTER "__enter__", EXIT "__exit__", AENTER "__aenter__", AEXIT "__aexit__", AWAIT "__await__", AITER "__aiter__",
    ANEXT "__anext__", SEND "send", THROW "throw", CLOSE "close",
    MAIN "__main__", FILE "__file__", BUILTINS "__builtins__", IMPORT "__import__", BUILD_CLASS "__build_class__",
    ALL "__all__", PATH "__path__", SPEC "__spec__", LOADER "__loader__", PACKAGE "__package__",
    DATACLASS_FIELDS "__dataclass_fields__", PYDANTIC_FIELDS "__pydantic_fields__", MEMBER_MAP "_member_map_",
    NAME_OF_MEMBER "_name_", REPR_OF_FIELD "repr",
    MATCH_ARGS "__match_args__", COPY "__copy__", DEEPCOPY "__deepcopy__", REDUCE "__reduce__", REDUCE_EX "__reduce_ex__",
    DIR "__dir__", SIZEOF "__sizeof__", FSPATH "__fspath__", WRAPPED "__wrapped__", FUNC "__func__", SELF_ "__self__",
    DEFAULTS "__defaults__", KWDEFAULTS "__kwdefaults__", CODE "__code__", CLOSURE "__closure__", GLOBALS "__globals__",
    ARGS "args", CAUSE "__cause__", CONTEXT "__context__", TRACEBACK "__traceback__",
    SUPPRESS_CONTEXT "__suppress_context__", NOTES "__notes__", VALUE "value", MESSAGE "message",
    ASYNCIO_FUTURE_BLOCKING "_asyncio_future_blocking", WEAKREF "__weakref__", SUBCLASSES "__subclasses__",
    KEYS "keys", ITEMS "items", GET_METHOD "get", WRITE "write", FLUSH "flush", SELF "self", FIRSTLINENO "__firstlineno__",
    STATIC_ATTRIBUTES "__static_attributes__", OBJCLASS "__objclass__", TEXT_SIGNATURE "__text_signature__",
    ORIG_BASES "__orig_bases__", ORIGIN "__origin__", ALIAS_ARGS "__args__", UNPACKED "__unpacked__",
    PARAMETERS "__parameters__", UNPACKED_TUPLE_ARGS "__typing_unpacked_tuple_args__", METACLASS "metaclass", END "end", SEP "sep", KEY "key", REVERSE "reverse", DEFAULT "default",
}
