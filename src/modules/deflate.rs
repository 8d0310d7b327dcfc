//! `_zlib`: DEFLATE without headers, and checksums, for `zlib` and `gzip` (own Python texts).

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use miniz_oxide::deflate::core::{CompressionStrategy, CompressorOxide};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus, deflate};

use super::shortcuts::Text;
use crate::objects::args::Args;
use crate::objects::builtin_types::bytes_like;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::{Interp, Symbol, Value, ops};

/// How much comes out at a time.
const PIECE: usize = 32 * 1024;

struct Deflater(RefCell<CompressorOxide>);

impl Native for Deflater {}

struct Inflater(RefCell<Box<InflateState>>);

impl Native for Inflater {}

fn deflater_class() -> Rc<Class> {
    NativeClass::new("Deflater", "_zlib", &[], |i, class, args| {
        let [level] = args.clone().exactly("Deflater")?;
        let level = ops::index(i, &level)?.clamp(0, 9) as u8;
        let made = CompressorOxide::with_params(DataFormat::Raw, level, CompressionStrategy::Default, 15);
        Ok(Object::with_native(class.clone(), Deflater(RefCell::new(made))))
    })
    .sync("__init__", |_, _| Ok(Value::None))
    .sync("run", |i, args| {
        let [this, data, flush] = args.exactly("run")?;
        let data = bytes_like::required(i, &data)?;
        // This library knows one way of giving out all that was taken in.
        let flush = match ops::index(i, &flush)? {
            1 | 5 | 6 => 2,
            flush => flush,
        };
        let flush = MZFlush::new(flush as i32).map_err(|_| value_error("Invalid flush option"))?;
        let mut state = receiver::<Deflater>(&this, "Deflater", "run")?.0.borrow_mut();
        i.charge(data.len() as u64 / 2 + 100);
        let (mut out, mut piece, mut taken) = (Vec::new(), vec![0; PIECE], 0);
        loop {
            let done = deflate::stream::deflate(&mut state, &data[taken..], &mut piece, flush);
            taken += done.bytes_consumed;
            out.extend_from_slice(&piece[..done.bytes_written]);
            if done.bytes_written < PIECE {
                return Ok(Value::bytes(out));
            }
        }
    })
    .finish()
}

fn inflater_class() -> Rc<Class> {
    NativeClass::new("Inflater", "_zlib", &[], |_, class, _| {
        let made = InflateState::new_boxed(DataFormat::Raw);
        Ok(Object::with_native(class.clone(), Inflater(RefCell::new(made))))
    })
    .sync("__init__", |_, _| Ok(Value::None))
    // What comes out (at most so many bytes), how many bytes went in, whether the end was there; None in its place: the
    // data are wrong.
    .sync("run", |i, args| {
        let [this, data, most] = args.exactly("run")?;
        let (data, most) = (bytes_like::required(i, &data)?, ops::index(i, &most)? as usize);
        let mut state = receiver::<Inflater>(&this, "Inflater", "run")?.0.borrow_mut();
        let (mut out, mut piece, mut taken) = (Vec::new(), vec![0; PIECE], 0);
        let end = loop {
            let room = PIECE.min(most - out.len());
            if room == 0 {
                break Value::Bool(false);
            }
            // What is over the limit is to be left in the input: a byte of it makes 1032 at most.
            let step = ((most - out.len()) / 1100).max(1).min(data.len() - taken);
            let done = inflate(&mut state, &data[taken..taken + step], &mut piece[..room], MZFlush::None);
            taken += done.bytes_consumed;
            out.extend_from_slice(&piece[..done.bytes_written]);
            i.reserve(out.len())?;
            match done.status {
                Ok(MZStatus::StreamEnd) => break Value::Bool(true),
                // It first gives out what its window holds, and goes on after that.
                Ok(_) | Err(miniz_oxide::MZError::Buf) if done.bytes_written + done.bytes_consumed > 0 => {}
                Ok(_) | Err(miniz_oxide::MZError::Buf) => break Value::Bool(false),
                Err(_) => break Value::None,
            }
        };
        i.charge(out.len() as u64 / 8 + 100);
        Ok(Value::tuple(vec![Value::bytes(out), Value::Int(taken as i64), end]))
    })
    .finish()
}

/// `adler32(data, value)`
fn adler32(i: &mut dyn Interp, args: Args) -> PyResult {
    let [data, value] = args.exactly("adler32")?;
    let data = bytes_like::required(i, &data)?;
    i.charge(data.len() as u64 / 16);
    let sum = miniz_oxide::mz_adler32_oxide(ops::index(i, &value)? as u32, &data);
    Ok(Value::Int(sum.into()))
}

/// `crc32(data, value)`
fn crc32(i: &mut dyn Interp, args: Args) -> PyResult {
    let [data, value] = args.exactly("crc32")?;
    let data = bytes_like::required(i, &data)?;
    let before = ops::index(i, &value)? as u32;
    Ok(crc32_from(i, &data, before))
}

fn crc32_from(i: &mut dyn Interp, data: &[u8], before: u32) -> Value {
    i.charge(data.len() as u64 / 16);
    let before = !before;
    CRC.with(|crc| {
        let crc = crc.get_or_init(|| crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC));
        let mut digest = crc.digest_with_initial(before.reverse_bits());
        digest.update(data);
        Value::Int(digest.finalize().into())
    })
}

thread_local! {
    /// Its table is made when it is first wanted, which takes less time than to download it.
    static CRC: OnceCell<crc::Crc<u32>> = const { OnceCell::new() };
}

/// `zlib.crc32(data, value=0)` of bytes.
fn quick_crc32(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match &*args {
        [Value::Bytes(data)] => Some(crc32_from(i, &data.data, 0)),
        [Value::Bytes(data), Value::Int(before)] => Some(crc32_from(i, &data.data, *before as u32)),
        _ => None,
    }
}

/// Given: crc32.
pub const TEXT: Text = Text { names: &[], tables: &[(0, &[("", quick_crc32)])] };

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_zlib");
    const FUNCTIONS: [(&str, SyncFn); 2] = [("adler32", adler32), ("crc32", crc32)];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_zlib", code));
    }
    module.set(Symbol::new("Deflater"), Value::Type(deflater_class()));
    module.set(Symbol::new("Inflater"), Value::Type(inflater_class()));
    Ok(module)
}
