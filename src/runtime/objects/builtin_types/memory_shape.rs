//! The dimensions of a memoryview beyond its first one (Objects/memoryobject.c `cast_to_ND`).

use std::rc::Rc;

use super::memory_format::Format;
use crate::objects::exception::{Exc, PyResult, index_error, type_error, value_error};
use crate::objects::interp::Interp;
use crate::objects::ops::{self, convert::as_index};
use crate::objects::types::types;
use crate::objects::value::Value;

/// Most dimensions that a view has (`PyBUF_MAX_NDIM`).
const MOST: usize = 64;

/// What one of a view's items is: a number, or rows of numbers, which stand one after the other.
#[derive(Clone, Default)]
pub(super) struct Shape {
    /// Lengths of the dimensions after the first.
    pub inner: Rc<[usize]>,
    /// There is no dimension at all, but one number.
    pub scalar: bool,
}

/// What a key means.
pub(super) enum Key {
    /// An index into the first dimension.
    Index(Value),
    Slice,
    /// Indices into several dimensions.
    Indices(Vec<Value>),
    Slices,
    Ellipsis,
}

/// Reads a key: what is no index, slice or tuple of one of them is none.
pub(super) fn key(i: &mut dyn Interp, key: &Value) -> PyResult<Key> {
    let wrong = || type_error("memoryview: invalid slice key");
    match key {
        Value::Slice(_) => Ok(Key::Slice),
        Value::Ellipsis => Ok(Key::Ellipsis),
        _ => match key.plain() {
            Value::Tuple(all) if !all.items.is_empty() && all.items.iter().all(|k| matches!(k, Value::Slice(_))) => {
                Ok(Key::Slices)
            }
            Value::Tuple(all) => {
                let indices = all.items.iter().map(|index| as_index(i, index)?.ok_or_else(wrong));
                indices.collect::<PyResult<_>>().map(Key::Indices)
            }
            _ => as_index(i, key)?.map(Key::Index).ok_or_else(wrong),
        },
    }
}

pub(super) fn not_implemented(text: &str) -> Exc {
    Exc::new(&types().not_implemented_error, vec![text.into()])
}

impl Shape {
    /// How many numbers an item has.
    pub fn numbers(&self) -> usize {
        self.inner.iter().product()
    }

    pub fn dimensions(&self) -> usize {
        if self.scalar { 0 } else { 1 + self.inner.len() }
    }

    /// The length of each dimension, the first being `count`.
    pub fn lengths(&self, count: usize) -> Vec<usize> {
        if self.scalar { Vec::new() } else { std::iter::once(count).chain(self.inner.iter().copied()).collect() }
    }

    /// How many bytes further the next item of each dimension is, `stride` in the first.
    pub fn strides(&self, stride: i64, size: usize) -> Vec<i64> {
        let behind = |at: usize| (self.inner[at..].iter().product::<usize>() * size) as i64;
        match self.scalar {
            true => Vec::new(),
            false => std::iter::once(stride).chain((1..=self.inner.len()).map(behind)).collect(),
        }
    }

    /// Where these indices lead: to an item of the first dimension, and to a number in that.
    pub fn place(&self, i: &mut dyn Interp, count: usize, indices: &[Value]) -> PyResult<(usize, usize)> {
        let (given, wanted) = (indices.len(), self.dimensions());
        if given < wanted {
            return Err(not_implemented("sub-views are not implemented"));
        }
        if given > wanted {
            return Err(type_error(format!("cannot index {wanted}-dimension view with {given}-element tuple")));
        }
        let (mut first, mut number) = (0, 0);
        for (at, (index, len)) in indices.iter().zip(self.lengths(count)).enumerate() {
            let found = position(i, index, len, at + 1)?;
            if at == 0 {
                first = found;
            } else {
                number = number * len + found;
            }
        }
        Ok((first, number))
    }

    /// Numbers in lists, as deep as there are dimensions.
    pub fn nested(&self, count: usize, numbers: Vec<Value>) -> Value {
        let mut items = numbers;
        for &len in self.lengths(count).iter().skip(1).rev() {
            items = items.chunks(len).map(|row| Value::list(row.to_vec())).collect();
        }
        if self.scalar { items.remove(0) } else { Value::list(items) }
    }

    /// Bytes in the order of Fortran's: the first index is the one that changes fastest.
    pub fn in_columns(&self, count: usize, size: usize, data: &[u8]) -> Vec<u8> {
        let lengths = self.lengths(count);
        let mut all = Vec::with_capacity(data.len());
        for n in 0..data.len() / size {
            let (mut rest, mut at, mut step) = (n, 0, data.len() / size);
            for len in &lengths {
                step /= len;
                at += rest % len * step;
                rest /= len;
            }
            all.extend(&data[at * size..][..size]);
        }
        all
    }

    /// The shape that `cast` is given for `bytes` bytes, and the length of its first dimension.
    pub fn given(shape: &Value, now: &Shape, format: Format, bytes: usize) -> PyResult<(Shape, usize)> {
        let lengths = match shape.plain() {
            Value::List(list) => list.items.borrow().clone(),
            Value::Tuple(tuple) => tuple.items.to_vec(),
            _ => return Err(type_error("shape must be a list or a tuple")),
        };
        if lengths.len() > MOST {
            return Err(value_error(format!("memoryview: number of dimensions must not exceed {MOST}")));
        }
        if now.dimensions() != 1 && lengths.len() != 1 {
            return Err(type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
        }
        let mut all = Vec::with_capacity(lengths.len());
        for len in &lengths {
            if ops::int_ref(len).is_none() {
                return Err(type_error("memoryview.cast(): elements of shape must be integers"));
            }
            let len = len.as_int().and_then(|len| usize::try_from(len).ok()).filter(|len| *len > 0);
            all.push(len.ok_or_else(|| value_error("memoryview.cast(): elements of shape must be integers > 0"))?);
        }
        let Some(product) = all.iter().try_fold(format.size(), |product, len| product.checked_mul(*len)) else {
            return Err(value_error("memoryview.cast(): product(shape) > SSIZE_MAX"));
        };
        if product != bytes {
            return Err(type_error("memoryview: product(shape) * itemsize != buffer size"));
        }
        let first = all.first().copied().unwrap_or(1);
        Ok((Shape { inner: all.iter().skip(1).copied().collect(), scalar: all.is_empty() }, first))
    }
}

/// The place that an index means in a dimension, counted from 1.
pub(super) fn position(i: &mut dyn Interp, index: &Value, len: usize, dimension: usize) -> PyResult<usize> {
    let at = ops::index(i, index)?;
    let at = if at < 0 { at + len as i64 } else { at };
    let found = usize::try_from(at).ok().filter(|at| *at < len);
    found.ok_or_else(|| index_error(format!("index out of bounds on dimension {dimension}")))
}
