//! Dates out of seconds and back (proleptic Gregorian, UTC), and their formatting as `strftime` does.

pub const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
pub const FULL_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
pub const FULL_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment in broken-down form. Months and days count from 1, weekdays from 0 (Monday).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub weekday: i64,
    /// From 1.
    pub year_day: i64,
    pub microsecond: i64,
}

/// Days since 1970-01-01 of a date, by Howard Hinnant's `days_from_civil`.
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The date that is `days` after 1970-01-01: year, month, day.
pub fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + (month <= 2) as i64, month, day)
}

impl Moment {
    /// Of seconds since 1970-01-01T00:00:00Z.
    pub fn of_seconds(seconds: i64) -> Moment {
        let days = seconds.div_euclid(86_400);
        let rest = seconds.rem_euclid(86_400);
        let (year, month, day) = civil_from_days(days);
        Moment {
            year,
            month,
            day,
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: (days + 3).rem_euclid(7),
            year_day: days - days_from_civil(year, 1, 1) + 1,
            microsecond: 0,
        }
    }

    /// Of the nine fields of a `struct_time`, as given.
    pub fn of_fields(f: &[i64; 9]) -> Moment {
        Moment {
            year: f[0],
            month: f[1].clamp(1, 12),
            day: f[2].max(1),
            hour: f[3],
            minute: f[4],
            second: f[5],
            weekday: f[6].rem_euclid(7),
            year_day: f[7].max(1),
            microsecond: 0,
        }
    }

    pub fn fields(&self) -> [i64; 9] {
        let m = self;
        [m.year, m.month, m.day, m.hour, m.minute, m.second, m.weekday, m.year_day, 0]
    }

    pub fn seconds(&self) -> i64 {
        let days = days_from_civil(self.year, self.month, self.day);
        days * 86_400 + self.hour * 3600 + self.minute * 60 + self.second
    }

    /// `strftime` in the C locale.
    pub fn format(&self, format: &str) -> String {
        let mut out = String::new();
        let mut chars = format.chars();
        while let Some(c) = chars.next() {
            if c != '%' {
                out.push(c);
                continue;
            }
            match chars.next() {
                Some('-') => match chars.next() {
                    Some(d) => {
                        let padded = self.directive(d);
                        let bare = padded.trim_start_matches(['0', ' ']);
                        out.push_str(if bare.is_empty() { "0" } else { bare });
                    }
                    None => out.push_str("%-"),
                },
                Some(d) => out.push_str(&self.directive(d)),
                None => out.push('%'),
            }
        }
        out
    }

    fn directive(&self, directive: char) -> String {
        let m = self;
        let hour12 = if m.hour % 12 == 0 { 12 } else { m.hour % 12 };
        match directive {
            'a' => DAYS[m.weekday as usize].into(),
            'A' => FULL_DAYS[m.weekday as usize].into(),
            'b' | 'h' => MONTHS[m.month as usize - 1].into(),
            'B' => FULL_MONTHS[m.month as usize - 1].into(),
            'c' => m.format("%a %b %e %H:%M:%S %Y"),
            'C' => format!("{:02}", m.year.div_euclid(100)),
            'd' => format!("{:02}", m.day),
            'D' | 'x' => m.format("%m/%d/%y"),
            'e' => format!("{:2}", m.day),
            'f' => format!("{:06}", m.microsecond),
            'F' => m.format("%Y-%m-%d"),
            'G' => format!("{}", m.iso_week().0),
            'H' => format!("{:02}", m.hour),
            'I' => format!("{hour12:02}"),
            'j' => format!("{:03}", m.year_day),
            'k' => format!("{:2}", m.hour),
            'l' => format!("{hour12:2}"),
            'm' => format!("{:02}", m.month),
            'M' => format!("{:02}", m.minute),
            'n' => "\n".into(),
            'p' => if m.hour < 12 { "AM" } else { "PM" }.into(),
            'r' => m.format("%I:%M:%S %p"),
            'R' => m.format("%H:%M"),
            's' => format!("{}", m.seconds()),
            'S' => format!("{:02}", m.second),
            't' => "\t".into(),
            'T' | 'X' => m.format("%H:%M:%S"),
            'u' => format!("{}", m.weekday + 1),
            'U' => format!("{:02}", (m.year_day + 6 - (m.weekday + 1) % 7) / 7),
            'V' => format!("{:02}", m.iso_week().1),
            'w' => format!("{}", (m.weekday + 1) % 7),
            'W' => format!("{:02}", (m.year_day + 6 - m.weekday) / 7),
            'y' => format!("{:02}", m.year.rem_euclid(100)),
            'Y' => format!("{}", m.year),
            'z' => "+0000".into(),
            'Z' => "UTC".into(),
            '%' => "%".into(),
            other => format!("%{other}"),
        }
    }

    /// ISO 8601's year and week.
    pub fn iso_week(&self) -> (i64, i64) {
        let week = (self.year_day - self.weekday + 9) / 7;
        if week < 1 {
            return (self.year - 1, weeks_in(self.year - 1));
        }
        if week > weeks_in(self.year) { (self.year + 1, 1) } else { (self.year, week) }
    }

    /// `strptime`; the error's text is CPython's.
    pub fn parse(text: &str, format: &str) -> Result<Moment, String> {
        let mismatch = || format!("time data '{text}' does not match format '{format}'");
        let mut m = Moment::of_fields(&[1900, 1, 1, 0, 0, 0, 0, 1, -1]);
        let (mut rest, mut afternoon) = (text, None);
        let mut chars = format.chars();
        while let Some(c) = chars.next() {
            if c.is_whitespace() {
                rest = rest.trim_start();
                continue;
            }
            if c != '%' {
                rest = rest.strip_prefix(c).ok_or_else(mismatch)?;
                continue;
            }
            let directive = chars.next().ok_or_else(|| format!("stray % in format '{format}'"))?;
            let expanded = match directive {
                'T' => "%H:%M:%S",
                'D' => "%m/%d/%y",
                'F' => "%Y-%m-%d",
                'R' => "%H:%M",
                _ => "",
            };
            if !expanded.is_empty() {
                let more: String = chars.collect();
                let whole = format!("{expanded}{more}");
                return Moment::parse_rest(m, rest, &whole, afternoon).ok_or_else(mismatch);
            }
            rest = m.take(directive, rest, &mut afternoon).ok_or_else(mismatch)?;
        }
        if !rest.is_empty() {
            return Err(format!("unconverted data remains: {rest}"));
        }
        m.settle(afternoon).ok_or_else(mismatch)
    }

    fn parse_rest(mut m: Moment, mut rest: &str, format: &str, mut afternoon: Option<bool>) -> Option<Moment> {
        let mut chars = format.chars();
        while let Some(c) = chars.next() {
            if c == '%' {
                rest = m.take(chars.next()?, rest, &mut afternoon)?;
            } else {
                rest = rest.strip_prefix(c)?;
            }
        }
        if rest.is_empty() { m.settle(afternoon) } else { None }
    }

    /// Takes what a directive stands for off the text.
    fn take<'a>(&mut self, directive: char, text: &'a str, afternoon: &mut Option<bool>) -> Option<&'a str> {
        let number = |most: usize| -> Option<(i64, &'a str)> {
            let digits = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
            Some((text[..digits].parse().ok()?, &text[digits..]))
        };
        let name = |names: &[&str]| -> Option<(i64, &'a str)> {
            names.iter().enumerate().find_map(|(at, name)| {
                let head = text.get(..name.len())?;
                head.eq_ignore_ascii_case(name).then(|| (at as i64, &text[name.len()..]))
            })
        };
        let (value, rest) = match directive {
            'Y' => number(4)?,
            'f' => {
                let digits = text.bytes().take(6).take_while(u8::is_ascii_digit).count();
                let padded = format!("{:0<6}", &text[..digits]);
                (padded.parse().ok()?, &text[digits..])
            }
            'j' => number(3)?,
            'm' | 'd' | 'H' | 'I' | 'M' | 'S' | 'y' => number(2)?,
            'b' | 'h' => name(&MONTHS)?,
            'B' => name(&FULL_MONTHS)?,
            'a' => name(&DAYS)?,
            'A' => name(&FULL_DAYS)?,
            'p' => name(&["AM", "PM"])?,
            '%' => (0, text.strip_prefix('%')?),
            'Z' => (0, text.strip_prefix("UTC").or_else(|| text.strip_prefix("GMT"))?),
            'z' => (0, text.strip_prefix("+0000").or_else(|| text.strip_prefix('Z'))?),
            _ => return None,
        };
        match directive {
            'Y' => self.year = value,
            'y' => self.year = if value < 69 { 2000 + value } else { 1900 + value },
            'm' => self.month = (1..=12).contains(&value).then_some(value)?,
            'b' | 'h' | 'B' => self.month = value + 1,
            'd' => self.day = (1..=31).contains(&value).then_some(value)?,
            'H' => self.hour = (0..=23).contains(&value).then_some(value)?,
            'I' => self.hour = (1..=12).contains(&value).then_some(value)?,
            'M' => self.minute = (0..=59).contains(&value).then_some(value)?,
            'S' => self.second = (0..=61).contains(&value).then_some(value)?,
            'f' => self.microsecond = value,
            'p' => *afternoon = Some(value == 1),
            _ => {}
        }
        Some(rest)
    }

    fn settle(mut self, afternoon: Option<bool>) -> Option<Moment> {
        if let Some(afternoon) = afternoon {
            self.hour = self.hour % 12 + if afternoon { 12 } else { 0 };
        }
        let microsecond = self.microsecond;
        let settled = Moment { microsecond, ..Moment::of_seconds(self.seconds()) };
        (settled.day == self.day).then_some(settled)
    }
}

fn weeks_in(year: i64) -> i64 {
    let weekday = |year: i64| (days_from_civil(year, 12, 31) + 3).rem_euclid(7);
    if weekday(year) == 3 || weekday(year - 1) == 2 { 53 } else { 52 }
}
