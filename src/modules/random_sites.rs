//! The places of CPython 3.13.0's Lib/random.py that show in tracebacks, by what stands there.

use crate::objects::library_site::Site;

pub static RANDRANGE_NONE: Site = Site {
    file: "<stdlib>/random.py",
    function: "randrange",
    line: 313,
    end_line: 313,
    column: 12,
    end_column: 59,
    text: &["            raise ValueError(\"empty range for randrange()\")"],
};
pub static RANDRANGE_EMPTY: Site = Site {
    file: "<stdlib>/random.py",
    function: "randrange",
    line: 323,
    end_line: 323,
    column: 12,
    end_column: 74,
    text: &["            raise ValueError(f\"empty range in randrange({start}, {stop})\")"],
};
pub static RANDRANGE_STEP: Site = Site {
    file: "<stdlib>/random.py",
    function: "randrange",
    line: 333,
    end_line: 333,
    column: 12,
    end_column: 82,
    text: &["            raise ValueError(f\"empty range in randrange({start}, {stop}, {step})\")"],
};
pub static RANDINT: Site = Site {
    file: "<stdlib>/random.py",
    function: "randint",
    line: 340,
    end_line: 340,
    column: 15,
    end_column: 37,
    text: &["        return self.randrange(a, b+1)"],
};
pub static CHOICE: Site = Site {
    file: "<stdlib>/random.py",
    function: "choice",
    line: 351,
    end_line: 351,
    column: 12,
    end_column: 68,
    text: &["            raise IndexError('Cannot choose from an empty sequence')"],
};
pub static SAMPLE: Site = Site {
    file: "<stdlib>/random.py",
    function: "sample",
    line: 434,
    end_line: 434,
    column: 12,
    end_column: 76,
    text: &["            raise ValueError(\"Sample larger than population or is negative\")"],
};
pub static RANDRANGE_START: Site = Site {
    file: "<stdlib>/random.py",
    function: "randrange",
    line: 305,
    end_line: 305,
    column: 17,
    end_column: 30,
    text: &["        istart = _index(start)"],
};
pub static RANDRANGE_STOP: Site = Site {
    file: "<stdlib>/random.py",
    function: "randrange",
    line: 316,
    end_line: 316,
    column: 16,
    end_column: 28,
    text: &["        istop = _index(stop)"],
};
