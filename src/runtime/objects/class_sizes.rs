//! What a class tells of how CPython lays its instances out: `__basicsize__`, `__itemsize__`, `__dictoffset__`,
//! `__weakrefoffset__` and `__flags__` (Objects/typeobject.c `type_new_alloc`, Include/object.h).

use std::rc::Rc;

use super::class::{Class, class_flag};
use super::symbol::{Symbol, known};
use super::value::Value;

/// Of classes that are C in CPython: name, bytes of an instance, bytes of an item, where its `__dict__` and its weak
/// references are (0: nowhere), flags.
const BUILT_IN: &str = "
object 16 0 0 0 1502; memoryview 144 8 0 136 5122; bytearray 56 0 0 0 401502; bytes 33 1 0 0 8401502;
classmethod 32 0 24 0 5502; complex 32 0 0 0 1502; dict 48 0 0 0 20405542; enumerate 56 0 0 0 5502;
filter 32 0 0 0 5502; float 24 0 0 0 401502; frozenset 200 0 0 192 405502; property 64 0 0 0 5502;
int 24 4 0 0 1401502; list 40 0 0 0 2405522; map 32 0 0 0 5502; range 48 0 0 0 1122; reversed 32 0 0 0 5502;
set 200 0 0 192 405502; slice 40 0 0 0 5102; staticmethod 32 0 24 0 5502; str 64 0 0 0 10401502;
super 40 0 0 0 5502; tuple 24 8 0 0 4405522; type 928 40 264 368 80805d02; zip 48 0 0 0 5502;
BaseException 72 0 16 0 40005502; function 144 0 88 96 25902; code 200 2 0 144 1102;
mappingproxy 24 0 0 0 5142; SimpleNamespace 24 0 16 0 5502; cell 24 0 0 0 5102; generator 144 8 0 16 5182;
coroutine 144 8 0 16 5182; async_generator 144 8 0 16 5182; method 48 0 0 32 5902;
builtin_function_or_method 56 0 0 40 5982; wrapper_descriptor 56 0 0 0 25182; method-wrapper 32 0 0 0 5182;
method_descriptor 56 0 0 0 25982; classmethod_descriptor 56 0 0 0 5182; module 56 0 16 40 5502;
traceback 40 0 0 0 5102; frame 136 8 0 0 5182; getset_descriptor 48 0 0 0 5182;
member_descriptor 48 0 0 0 5182; GenericAlias 64 0 0 40 5d02; UnionType 32 0 0 0 5182; ellipsis 16 0 0 0 1102;
NoneType 16 0 0 0 1102; NotImplementedType 16 0 0 0 1102; list_iterator 32 0 0 0 5182;
tuple_iterator 32 0 0 0 5182; dict_keyiterator 56 0 0 0 5182; set_iterator 48 0 0 0 5182;
str_ascii_iterator 32 0 0 0 5182; bytes_iterator 32 0 0 0 5182; bytearray_iterator 32 0 0 0 5182;
memory_iterator 48 0 0 0 5182;
range_iterator 40 0 0 0 1182; dict_itemiterator 56 0 0 0 5182; dict_valueiterator 56 0 0 0 5182;
list_reverseiterator 32 0 0 0 5182; str_iterator 32 0 0 0 5182; dict_keys 24 0 0 0 5182;
dict_items 24 0 0 0 5182; dict_values 24 0 0 0 5182; deque 216 0 0 208 5720; array 64 0 0 48 5720;
ReferenceType 64 0 0 0 5d02; partial 64 0 40 48 5f00; lock 40 0 0 24 5300; RLock 48 0 0 40 5700;
_local 56 0 0 32 5700; Pattern 96 4 0 64 5380; Match 88 8 0 0 5380; accumulate 56 0 0 0 5700;
batched 40 0 0 0 5700; chain 32 0 0 0 5700; combinations 56 0 0 0 5700; compress 32 0 0 0 5700;
count 40 0 0 0 5700; combinations_with_replacement 56 0 0 0 5700; cycle 48 0 0 0 5700; dropwhile 40 0 0 0 5700;
filterfalse 32 0 0 0 5700; groupby 72 0 0 0 5700; islice 56 0 0 0 5700; pairwise 40 0 0 0 5700;
permutations 64 0 0 0 5700; product 48 0 0 0 5700; repeat 32 0 0 0 5700; starmap 32 0 0 0 5700;
takewhile 40 0 0 0 5700; zip_longest 56 0 0 0 5700; bool 24 4 0 0 1401102;
BaseExceptionGroup 88 0 16 0 40005502; SystemExit 80 0 16 0 40005502; OrderedDict 112 0 96 104 20405542;
defaultdict 56 0 0 0 20405740; AttributeError 88 0 16 0 40005502; ImportError 104 0 16 0 40005502;
NameError 80 0 16 0 40005502; OSError 112 0 16 0 40005502; StopIteration 80 0 16 0 40005502;
SyntaxError 136 0 16 0 40005502; UnicodeDecodeError 112 0 16 0 40005502;
UnicodeEncodeError 112 0 16 0 40005502; UnicodeTranslateError 112 0 16 0 40005502
";

/// Where CPython keeps what it manages itself.
const MANAGED_DICT: i64 = -1;
const MANAGED_WEAK: i64 = -32;
/// Bytes of an `object`.
const HEAD: i64 = 16;

/// Bits of `__flags__`.
mod bit {
    pub const INLINE_VALUES: i64 = 1 << 2;
    pub const MANAGED_WEAK: i64 = 1 << 3;
    pub const MANAGED_DICT: i64 = 1 << 4;
    pub const SEQUENCE: i64 = 1 << 5;
    pub const MAPPING: i64 = 1 << 6;
    pub const IMMUTABLE: i64 = 1 << 8;
    pub const HEAP: i64 = 1 << 9;
    pub const BASE: i64 = 1 << 10;
    pub const VECTORCALL: i64 = 1 << 11;
    pub const READY: i64 = 1 << 12;
    pub const COLLECTED: i64 = 1 << 14;
    pub const ABSTRACT: i64 = 1 << 20;
    /// What a class has from its base: a sequence or a mapping to `match`, what matches by itself, items at the end, of
    /// which built-in class it is.
    pub const INHERITED: i64 = SEQUENCE | MAPPING | 1 << 22 | 1 << 23 | 0xff << 24;
}

#[derive(Clone, Copy)]
pub(super) struct ClassSize {
    pub basic: i64,
    pub item: i64,
    pub dict: i64,
    pub weak: i64,
    pub flags: i64,
}

impl ClassSize {
    pub fn of(class: &Rc<Class>) -> ClassSize {
        if (!class.flag(class_flag::HEAP) || class.flag(class_flag::EXTENSION))
            && let Some(known) = built_in(&class.name())
        {
            return known;
        }
        let base =
            class.base().map_or(ClassSize { basic: HEAD, item: 0, dict: 0, weak: 0, flags: 0 }, |base| Self::of(&base));
        // What a class of CPython's Python modules has that is native here is that of a `class` statement.
        let of_python = !class.flag(class_flag::EXTENSION) && !class.flag(class_flag::IMMUTABLE);
        match class.flag(class_flag::HEAP) || of_python {
            true => base.derived(class),
            // A built-in exception is as its base is.
            false => base,
        }
    }

    /// That of a class whose `class` statement has this base.
    fn derived(mut self, class: &Rc<Class>) -> ClassSize {
        let (may_have_dict, may_have_weak) = (self.dict == 0, self.weak == 0 && self.item == 0);
        let (places, dict, weak) = match slots(class) {
            None => (0, true, true),
            Some(names) => {
                let has = |wanted: &str| names.iter().any(|name| &**name == wanted);
                let (dict, weak) = (has("__dict__"), has("__weakref__"));
                // What only another base has comes with it.
                let bases = class.bases.borrow();
                let others =
                    |of: fn(&ClassSize) -> i64| bases.len() > 1 && bases.iter().any(|base| of(&Self::of(base)) != 0);
                let places = names.len() - usize::from(dict) - usize::from(weak);
                (places as i64, dict || others(|size| size.dict), weak || others(|size| size.weak))
            }
        };
        self.basic += 8 * places;
        self.flags = self.flags & (bit::INHERITED | bit::MANAGED_DICT | bit::MANAGED_WEAK)
            | bit::HEAP
            | bit::BASE
            | bit::READY
            | bit::COLLECTED
            | if class.attrs.borrow().contains(Symbol::new("__call__")) { 0 } else { self.flags & bit::VECTORCALL };
        if may_have_dict && dict {
            self.dict = MANAGED_DICT;
            self.flags |= bit::MANAGED_DICT;
        }
        if may_have_weak && weak {
            self.weak = MANAGED_WEAK;
            self.flags |= bit::MANAGED_WEAK;
        }
        if self.flags & bit::MANAGED_DICT != 0 && self.basic == HEAD {
            self.flags |= bit::INLINE_VALUES;
        }
        for (flag, bit) in [(class_flag::ABSTRACT, bit::ABSTRACT), (class_flag::IMMUTABLE, bit::IMMUTABLE)] {
            self.flags |= if class.flag(flag) { bit } else { 0 };
        }
        for (flag, bit) in [(class_flag::SEQUENCE, bit::SEQUENCE), (class_flag::MAPPING, bit::MAPPING)] {
            // A built-in class has its own from the table.
            let told = class.mro().iter().any(|c| c.flag(flag) && !c.flag(class_flag::IMMUTABLE));
            self.flags |= if told { bit } else { 0 };
        }
        self
    }
}

/// The names in the `__slots__` of a class itself.
fn slots(class: &Rc<Class>) -> Option<Vec<Rc<str>>> {
    let names = match class.attrs.borrow().get(known::SLOTS)?.plain() {
        Value::Tuple(names) => names.items.to_vec(),
        Value::List(names) => names.items.borrow().to_vec(),
        Value::Dict(names) => names.keys(),
        Value::Set(names) => names.items(),
        name => vec![name.clone()],
    };
    Some(names.iter().map(|name| Rc::from(&*name.text_or_empty())).collect())
}

fn built_in(name: &str) -> Option<ClassSize> {
    BUILT_IN.split(';').find_map(|row| {
        let mut words = row.split_whitespace();
        if words.next()? != name {
            return None;
        }
        let numbers: Vec<&str> = words.collect();
        let number = |at: usize| numbers.get(at)?.parse().ok();
        let flags = i64::from_str_radix(numbers.get(4)?, 16).ok()?;
        Some(ClassSize { basic: number(0)?, item: number(1)?, dict: number(2)?, weak: number(3)?, flags })
    })
}
