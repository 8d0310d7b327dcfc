//! `_hashes`: digests of whole messages and keys made from passwords, for `hashlib` (own Python text).

use std::rc::Rc;

use hmac::{KeyInit, Mac, SimpleHmac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};
use sha3::digest::common::BlockSizeUser;
use sha3::{Digest, Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use shake::{ExtendableOutput, Shake128, Shake256, Update, XofReader};

use super::shortcuts::{self, Text};
use crate::objects::args::Args;
use crate::objects::builtin_types::bytes_like;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::module::Module;
use crate::objects::{Interp, Symbol, Value, ops};

/// `digest(name, data, length)`: so many bytes if the name is that of a digest of any length.
fn digest(i: &mut dyn Interp, args: Args) -> PyResult {
    let [name, data, length] = args.exactly("digest")?;
    let data = bytes_like::required(i, &data)?;
    let length = count(i, &length)?;
    i.charge((data.len() + length) as u64 / 4 + 100);
    let name = name.text_or_empty();
    let found: Vec<u8> = match name.as_str() {
        "md5" => Md5::digest(&data).to_vec(),
        "sha1" => Sha1::digest(&data).to_vec(),
        "sha224" => Sha224::digest(&data).to_vec(),
        "sha256" => Sha256::digest(&data).to_vec(),
        "sha384" => Sha384::digest(&data).to_vec(),
        "sha512" => Sha512::digest(&data).to_vec(),
        "sha3_224" => Sha3_224::digest(&data).to_vec(),
        "sha3_256" => Sha3_256::digest(&data).to_vec(),
        "sha3_384" => Sha3_384::digest(&data).to_vec(),
        "sha3_512" => Sha3_512::digest(&data).to_vec(),
        "shake_128" => squeezed::<Shake128>(&data, length),
        "shake_256" => squeezed::<Shake256>(&data, length),
        _ => return Err(unsupported(&name)),
    };
    Ok(Value::bytes(found))
}

/// `HASH.digest()` of one of `hashlib`'s own.
fn own_digest(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this] = &*args else { return None };
    let known = shortcuts::known(i, shortcuts::HASHES)?;
    let (name, data) = (known.kept(this, 0, 0)?, known.kept(this, 0, 1)?);
    digest(i, Args::from([name, data, Value::Int(0)])).ok()
}

/// `HASH.hexdigest()`
fn own_hex(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let Value::Bytes(digest) = own_digest(i, args)? else { return None };
    Some(crate::objects::str::bytes::hex(&digest.data).into())
}

/// Given: HASH.
pub const TEXT: Text =
    Text { names: &["name", "_data"], tables: &[(0, &[("digest", own_digest), ("hexdigest", own_hex)])] };

fn squeezed<D: Default + Update + ExtendableOutput>(data: &[u8], length: usize) -> Vec<u8> {
    let mut out = vec![0; length];
    let mut digest = D::default();
    digest.update(data);
    digest.finalize_xof().read(&mut out);
    out
}

/// A number of bytes that there is memory for.
fn count(i: &mut dyn Interp, length: &Value) -> PyResult<usize> {
    let length = ops::index(i, length)?;
    let length = ops::natural(length).ok_or_else(|| value_error("value must be positive"))?;
    i.reserve(length)?;
    Ok(length)
}

fn unsupported(name: &str) -> crate::objects::Exc {
    value_error(format!("unsupported hash type {name}"))
}

/// `rounds(name, password, block, sum, count)`: so many more of PBKDF2's rounds (RFC 8018, 5.2) for one block of the key.
/// Gives the last round's block and the sum (by exclusive or) of all so far.
fn rounds(i: &mut dyn Interp, args: Args) -> PyResult {
    let [name, password, block, sum, count] = args.exactly("rounds")?;
    let password = bytes_like::required(i, &password)?;
    let (block, sum) = (bytes_like::required(i, &block)?, bytes_like::required(i, &sum)?);
    let count = ops::index(i, &count)?.unsigned_abs();
    i.charge(count * 20);
    let name = name.text_or_empty();
    let more: fn(&[u8], Vec<u8>, Vec<u8>, u64) -> [Vec<u8>; 2] = match name.as_str() {
        "md5" => more_rounds::<Md5>,
        "sha1" => more_rounds::<Sha1>,
        "sha224" => more_rounds::<Sha224>,
        "sha256" => more_rounds::<Sha256>,
        "sha384" => more_rounds::<Sha384>,
        "sha512" => more_rounds::<Sha512>,
        "sha3_224" => more_rounds::<Sha3_224>,
        "sha3_256" => more_rounds::<Sha3_256>,
        "sha3_384" => more_rounds::<Sha3_384>,
        "sha3_512" => more_rounds::<Sha3_512>,
        _ => return Err(unsupported(&name)),
    };
    Ok(Value::tuple(more(&password, block, sum, count).map(Value::bytes)))
}

fn more_rounds<D>(password: &[u8], mut block: Vec<u8>, mut sum: Vec<u8>, count: u64) -> [Vec<u8>; 2]
where
    D: Digest + BlockSizeUser + Clone,
{
    let keyed = SimpleHmac::<D>::new_from_slice(password).expect("a key may have any length");
    for _ in 0..count {
        block = keyed.clone().chain_update(&block).finalize().into_bytes().to_vec();
        // There is no sum before the first round.
        sum.resize(block.len(), 0);
        sum.iter_mut().zip(&block).for_each(|(sum, byte)| *sum ^= byte);
    }
    [block, sum]
}

/// `scrypt(password, salt, n, r, p, length)`: its numbers are those that are allowed.
fn scrypt(i: &mut dyn Interp, args: Args) -> PyResult {
    let [password, salt, n, r, p, length] = args.exactly("scrypt")?;
    let (password, salt) = (bytes_like::required(i, &password)?, bytes_like::required(i, &salt)?);
    let [n, r, p] = [ops::index(i, &n)?, ops::index(i, &r)?, ops::index(i, &p)?];
    let mut key = vec![0; count(i, &length)?];
    i.reserve((128 * n * r) as usize)?;
    i.charge((8 * n * r * p) as u64);
    let parameters = scrypt::Params::new(n.trailing_zeros() as u8, r as u32, p as u32);
    let made = parameters.is_ok_and(|parameters| scrypt::scrypt(&password, &salt, &parameters, &mut key).is_ok());
    if made { Ok(Value::bytes(key)) } else { Err(value_error("Invalid parameter combination for n, r, p.")) }
}

/// `blake2(name, data, key, salt, person, node_offset, digest_size, fanout, depth, leaf_size, node_depth, inner_size,
/// last_node)`: all within their bounds; the offset as eight bytes, which an int here need not hold.
fn blake2(i: &mut dyn Interp, args: Args) -> PyResult {
    let [name, data, key, salt, person, offset, numbers @ .., last_node]: [Value; 13] = args.exactly("blake2")?;
    let mut parts = Vec::new();
    for part in [&data, &key, &salt, &person, &offset] {
        parts.push(bytes_like::required(i, part)?);
    }
    let [data, key, salt, person, offset] = [&parts[0], &parts[1], &parts[2], &parts[3], &parts[4]];
    let offset = offset.iter().rev().fold(0, |sum: u64, byte| sum << 8 | u64::from(*byte));
    let mut read = [0; 6];
    for (number, value) in read.iter_mut().zip(&numbers) {
        *number = ops::index(i, value)?;
    }
    let [size, fanout, depth, leaf_size, node_depth, inner_size] = read;
    let last_node = ops::is_true(i, &last_node)?;
    i.charge(data.len() as u64 / 4 + 100);
    // The two crates have the same words for two types.
    macro_rules! digest_of {
        ($kind:ident) => {{
            let mut parameters = $kind::Params::new();
            parameters.hash_length(size as usize).key(key).salt(salt).personal(person);
            parameters.fanout(fanout as u8).max_depth(depth as u8).max_leaf_length(leaf_size as u32);
            parameters.node_offset(offset).node_depth(node_depth as u8);
            parameters.inner_hash_length(inner_size as usize).last_node(last_node);
            Value::bytes(parameters.hash(data).as_bytes())
        }};
    }
    Ok(if name.text_or_empty() == "blake2b" { digest_of!(blake2b_simd) } else { digest_of!(blake2s_simd) })
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_hashes");
    const FUNCTIONS: [(&str, SyncFn); 4] =
        [("digest", digest), ("rounds", rounds), ("scrypt", scrypt), ("blake2", blake2)];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_hashes", code));
    }
    Ok(module)
}
