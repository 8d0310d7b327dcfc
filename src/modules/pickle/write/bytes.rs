//! The bytes of a pickle: frames, the memo, and values that stand for themselves.

use super::*;

impl Writer {
    // Bytes and frames.

    pub(super) fn code(&mut self, code: u8) {
        self.push(&[code]);
    }

    #[inline]
    pub(super) fn push(&mut self, data: &[u8]) {
        if self.protocol >= 4 && self.frame.is_none() {
            self.frame = Some(self.out.len());
            self.out.extend([0; FRAME_HEAD]);
        }
        self.out.extend_from_slice(data);
    }

    /// Before an object: a frame that is long enough is closed.
    #[inline]
    pub(super) fn end_frame(&mut self) {
        if self.frame.is_some_and(|start| self.out.len() - start - FRAME_HEAD >= FRAME_SIZE) {
            self.close_frame();
        }
    }

    pub(super) fn close_frame(&mut self) {
        let Some(start) = self.frame.take() else { return };
        let len = self.out.len() - start - FRAME_HEAD;
        if len < FRAME_LEAST {
            self.out.drain(start..start + FRAME_HEAD);
            return;
        }
        self.out[start] = FRAME;
        self.out[start + 1..start + FRAME_HEAD].copy_from_slice(&(len as u64).to_le_bytes());
    }

    /// A head, and data that stand in no frame if they are many.
    pub(super) fn push_data(&mut self, head: &[u8], data: &[u8]) {
        if data.len() < FRAME_SIZE {
            self.push(head);
            self.push(data);
            return;
        }
        self.close_frame();
        self.out.extend_from_slice(head);
        self.out.extend_from_slice(data);
    }

    /// A code with a length of one, four or eight bytes; no code: data are never so short.
    pub(super) fn sized(&mut self, codes: [Option<u8>; 3], data: &[u8]) {
        let len = data.len() as u64;
        let (code, size) = match codes {
            [Some(code), ..] if len < 1 << 8 => (code, 1),
            [_, Some(code), _] if len < 1 << 32 => (code, 4),
            [.., code] => (code.unwrap_or(BINUNICODE8), 8),
        };
        let mut head = [0; 9];
        head[0] = code;
        head[1..].copy_from_slice(&len.to_le_bytes());
        self.push_data(&head[..1 + size], data);
    }

    // The memo.

    /// Numbers an object.
    pub(super) fn memoize(&mut self, value: &Value) {
        if self.fast {
            return;
        }
        let number = self.memo().add(value);
        match self.protocol {
            4.. => self.code(MEMOIZE),
            0 => self.push(format!("p{number}\n").as_bytes()),
            _ => self.numbered(BINPUT, LONG_BINPUT, number),
        }
    }

    pub(super) fn numbered(&mut self, short: u8, long: u8, number: usize) {
        match u8::try_from(number) {
            Ok(number) => self.push(&[short, number]),
            Err(_) => {
                self.code(long);
                self.push(&(number as u32).to_le_bytes());
            }
        }
    }

    /// Refers to an object that has a number.
    pub(super) fn recall(&mut self, value: &Value) -> bool {
        let Some(number) = self.memo().number(value) else { return false };
        match self.protocol {
            0 => self.push(format!("g{number}\n").as_bytes()),
            _ => self.numbered(BINGET, LONG_BINGET, number),
        }
        true
    }

    pub(super) fn simple(&mut self, value: &Value) {
        match value {
            Value::None => self.code(NONE),
            Value::Bool(b) if self.protocol >= 2 => self.code(if *b { NEWTRUE } else { NEWFALSE }),
            Value::Bool(b) => self.push(if *b { b"I01\n" } else { b"I00\n" }),
            Value::Int(n) => self.int(*n),
            Value::BigInt(n) if self.protocol < 2 => self.push(format!("L{n}L\n").as_bytes()),
            Value::BigInt(n) => self.long(&n.to_signed_bytes_le()),
            Value::Float(x) if self.binary() => {
                self.code(BINFLOAT);
                // Numbers that are none are told apart here.
                let x = if x.is_nan() { f64::NAN.copysign(*x) } else { *x };
                self.push(&x.to_be_bytes());
            }
            Value::Float(x) => self.push(format!("F{}\n", float_repr::repr(*x)).as_bytes()),
            Value::Str(text) => self.str(value, text),
            _ => {}
        }
    }

    fn str(&mut self, value: &Value, text: &Str) {
        if !self.recall(value) {
            self.text(text);
            self.memoize(value);
        }
    }

    pub(super) fn int(&mut self, n: i64) {
        let Ok(small) = i32::try_from(n) else {
            match self.protocol {
                2.. => {
                    let bytes = n.to_le_bytes();
                    let fits = |size: usize| size == 8 || n >> (size * 8 - 1) == n >> 63;
                    let size = (1..=8).find(|size| fits(*size)).unwrap_or(8);
                    self.long(&bytes[..size]);
                }
                _ => self.push(format!("L{n}L\n").as_bytes()),
            }
            return;
        };
        if !self.binary() {
            self.push(format!("I{n}\n").as_bytes());
        } else if let Ok(byte) = u8::try_from(n) {
            self.push(&[BININT1, byte]);
        } else if let Ok(two) = u16::try_from(n) {
            let [a, b] = two.to_le_bytes();
            self.push(&[BININT2, a, b]);
        } else {
            let [a, b, c, d] = small.to_le_bytes();
            self.push(&[BININT, a, b, c, d]);
        }
    }

    pub(super) fn long(&mut self, bytes: &[u8]) {
        match u8::try_from(bytes.len()) {
            Ok(len) => self.push(&[LONG1, len]),
            Err(_) => {
                self.code(LONG4);
                self.push(&(bytes.len() as u32).to_le_bytes());
            }
        }
        self.push(bytes);
    }

    pub(super) fn text(&mut self, text: &Str) {
        if !self.binary() {
            let mut line = vec![UNICODE];
            for point in text.data.points() {
                match point {
                    // What would end the line, or begin an escape.
                    0 | 0x0A | 0x0D | 0x1A | 0x5C | 0x100..=0xFFFF => _ = write!(line, "\\u{point:04x}"),
                    0..=0xFF => line.push(point as u8),
                    _ => _ = write!(line, "\\U{point:08x}"),
                }
            }
            line.push(b'\n');
            self.push(&line);
            return;
        }
        let short = (self.protocol >= 4).then_some(SHORT_BINUNICODE);
        let codes = [short, Some(BINUNICODE), Some(BINUNICODE8)];
        match text.data.as_ascii() {
            Some(ascii) => self.sized(codes, ascii.as_bytes()),
            None => {
                let data = encode(&text.data, Encoding::Utf8, Errors::SurrogatePass).unwrap_or_default();
                self.sized(codes, &data);
            }
        }
    }
}
