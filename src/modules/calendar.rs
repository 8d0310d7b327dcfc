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

    /// `strftime` in the C locale, with glibc's flags and widths.
    pub fn format(&self, format: &str) -> String {
        let mut out = String::new();
        let mut rest = format;
        while let Some(at) = rest.find('%') {
            out.push_str(&rest[..at]);
            let marked = &rest[at + 1..];
            let plain = marked.trim_start_matches(['_', '-', '0', '^', '#', '+']);
            let flags = &marked[..marked.len() - plain.len()];
            let past_width = plain.trim_start_matches(|c: char| c.is_ascii_digit());
            let width = plain[..plain.len() - past_width.len()].parse().ok();
            let mut after = past_width.strip_prefix(['E', 'O']).unwrap_or(past_width).chars();
            let Some(text) = after.next().and_then(|letter| self.directive(letter)) else {
                // No directive is shown as it stands.
                out.push('%');
                rest = marked;
                continue;
            };
            out.push_str(&flagged(text, flags, width));
            rest = after.as_str();
        }
        out + rest
    }

    fn directive(&self, directive: char) -> Option<String> {
        let m = self;
        let hour12 = if m.hour % 12 == 0 { 12 } else { m.hour % 12 };
        let text = match directive {
            'a' => DAYS[m.weekday as usize].into(),
            'A' => FULL_DAYS[m.weekday as usize].into(),
            'b' | 'h' => MONTHS[m.month as usize - 1].into(),
            'B' => FULL_MONTHS[m.month as usize - 1].into(),
            'c' => m.format("%a %b %e %H:%M:%S %Y"),
            'C' => format!("{:02}", m.year.div_euclid(100)),
            'd' => format!("{:02}", m.day),
            'D' | 'x' => m.format("%m/%d/%y"),
            'e' => format!("{:2}", m.day),
            'F' => m.format("%Y-%m-%d"),
            'G' => format!("{}", m.iso_week().0),
            'g' => format!("{:02}", m.iso_week().0.rem_euclid(100)),
            'H' => format!("{:02}", m.hour),
            'I' => format!("{hour12:02}"),
            'j' => format!("{:03}", m.year_day),
            'k' => format!("{:2}", m.hour),
            'l' => format!("{hour12:2}"),
            'm' => format!("{:02}", m.month),
            'M' => format!("{:02}", m.minute),
            'n' => "\n".into(),
            'p' => if m.hour < 12 { "AM" } else { "PM" }.into(),
            'P' => if m.hour < 12 { "am" } else { "pm" }.into(),
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
            _ => return None,
        };
        Some(text)
    }

    /// ISO 8601's year and week.
    pub fn iso_week(&self) -> (i64, i64) {
        let week = (self.year_day - self.weekday + 9) / 7;
        if week < 1 {
            return (self.year - 1, weeks_in(self.year - 1));
        }
        if week > weeks_in(self.year) { (self.year + 1, 1) } else { (self.year, week) }
    }
}

/// What a directive gives, as its flags and width have it: `-` takes its padding off, `_` pads with spaces, `0` with
/// zeros, `^` makes capitals, `#` changes the case.
fn flagged(text: String, flags: &str, width: Option<usize>) -> String {
    if flags.is_empty() && width.is_none() {
        return text;
    }
    let numeric = text.chars().all(|c| c.is_ascii_digit() || c == ' ');
    let mut least = width.unwrap_or(if numeric { text.len() } else { 0 });
    let mut pad = if numeric && !text.starts_with(' ') { '0' } else { ' ' };
    let mut bare = if numeric { text.trim_start_matches(['0', ' ']) } else { &text }.to_string();
    if bare.is_empty() {
        bare.push('0');
    }
    for flag in flags.chars() {
        match flag {
            '-' => least = 0,
            '_' => pad = ' ',
            '^' => bare.make_ascii_uppercase(),
            '#' if bare == "UTC" || bare == "AM" || bare == "PM" => bare.make_ascii_lowercase(),
            '#' => bare.make_ascii_uppercase(),
            _ => pad = '0',
        }
    }
    let missing = least.saturating_sub(bare.len());
    std::iter::repeat_n(pad, missing).chain(bare.chars()).collect()
}

fn weeks_in(year: i64) -> i64 {
    let weekday = |year: i64| (days_from_civil(year, 12, 31) + 3).rem_euclid(7);
    if weekday(year) == 3 || weekday(year - 1) == 2 { 53 } else { 52 }
}
