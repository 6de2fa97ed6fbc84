//! Where the marks of one lane stand, so that none covers another and each stays in its day.

/// Marks stand in one row, or in two where a day has too many for one.
const ROW: f32 = 9.0;

/// The stretch of a lane that a mark stands for, in points from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    /// Left edge.
    pub(super) left: f32,
    /// Right edge.
    pub(super) right: f32,
    /// Whether it is one day: its mark stays inside where there is room.
    pub(super) is_day: bool,
}

impl Stretch {
    const fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }
}

/// The middle of each mark: from the left, and from the middle of the lane.
///
/// `wide` is the width of a mark with the gap after it. Days that are wide enough hold their marks
/// side by side, in two rows where one does not suffice; where days are narrower than a mark, it
/// gives way to the right, as little as it can.
pub(super) fn spread(stretches: &[Stretch], wide: f32) -> Vec<(f32, f32)> {
    let mut order: Vec<(usize, Stretch)> = stretches.iter().copied().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.left.total_cmp(&b.left));
    let has_room = |stretch: &Stretch| stretch.is_day && stretch.right - stretch.left >= wide;
    let mut places = vec![(0.0, 0.0); stretches.len()];
    if !stretches.iter().any(has_room) {
        let wanted: Vec<f32> = order.iter().map(|(_, stretch)| stretch.middle()).collect();
        let one = in_rows(&wanted, wide, &[0.0]);
        let astray = one.iter().zip(&wanted).map(|((x, _), wanted)| x - wanted);
        let found = if astray.fold(0.0, f32::max) > wide / 2.0 {
            in_rows(&wanted, wide, &[-ROW, ROW])
        } else {
            one
        };
        for ((number, _), place) in order.iter().zip(found) {
            if let Some(kept) = places.get_mut(*number) {
                *kept = place;
            }
        }
        return places;
    }
    let (days, longer): (Vec<_>, Vec<_>) = order.into_iter().partition(|(_, s)| s.is_day);
    for day in days.chunk_by(|(_, a), (_, b)| a == b) {
        if let Some((_, stretch)) = day.first() {
            inside(day, *stretch, wide, &mut places);
        }
    }
    let mut taken: Vec<f32> = days
        .iter()
        .filter_map(|(at, _)| places.get(*at))
        .map(|place| place.0)
        .collect();
    for (number, stretch) in longer {
        let mut x = stretch.middle();
        while taken.iter().any(|other| (other - x).abs() < wide - 0.5) {
            x += wide / 2.0;
        }
        taken.push(x);
        if let Some(kept) = places.get_mut(number) {
            *kept = (x, 0.0);
        }
    }
    places
}

/// Puts marks that come from left to right into rows, each where it is least astray.
fn in_rows(wanted: &[f32], wide: f32, rows: &[f32]) -> Vec<(f32, f32)> {
    let mut last: Vec<(f32, f32)> = rows.iter().map(|y| (f32::NEG_INFINITY, *y)).collect();
    let place = |wanted: &f32| {
        let free = |row: &(f32, f32)| wanted.max(row.0 + wide);
        let nearest = last.iter_mut().min_by(|a, b| free(a).total_cmp(&free(b)));
        nearest.map_or((*wanted, 0.0), |row| {
            row.0 = free(row);
            *row
        })
    };
    wanted.iter().map(place).collect()
}

/// Puts the marks of one day into it: in one row, in two, or in three.
fn inside(day: &[(usize, Stretch)], stretch: Stretch, wide: f32, places: &mut [(f32, f32)]) {
    /// Nearest that two marks of a row come, as a share of their width.
    const NEAREST: f32 = 0.5;
    /// Nearest that they come before another row is begun.
    const EASY: f32 = 0.75;
    let room = stretch.right - stretch.left;
    let fits = |rows: usize, near: f32| {
        let gaps = day.len().div_ceil(rows).saturating_sub(1) as f32;
        (gaps * near).mul_add(wide, wide) <= room
    };
    let most = match (fits(1, 1.0), fits(2, EASY)) {
        (true, _) => 1,
        (_, true) => 2,
        _ => 3,
    };
    let in_row = day.len().div_ceil(most).max(1);
    let rows: &[f32] = match day.len().div_ceil(in_row) {
        1 => &[0.0],
        2 => &[-ROW, ROW],
        _ => &[-1.4 * ROW, 0.0, 1.4 * ROW],
    };
    let apart = (room - wide) / in_row.saturating_sub(1).max(1) as f32;
    let apart = apart.clamp(NEAREST * wide, wide);
    let middle = stretch.middle();
    for (marks, y) in day.chunks(in_row).zip(rows) {
        let first = middle - apart * marks.len().saturating_sub(1) as f32 / 2.0;
        for (position, (number, _)) in marks.iter().enumerate() {
            if let Some(place) = places.get_mut(*number) {
                *place = (apart.mul_add(position as f32, first), *y);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Stretch, spread};

    const WIDE: f32 = 20.0;

    fn day(left: f32, width: f32) -> Stretch {
        Stretch {
            left,
            right: left + width,
            is_day: true,
        }
    }

    #[test]
    fn one_telling_stands_in_the_middle_of_its_day() {
        assert_eq!(spread(&[day(40.0, 40.0)], WIDE), [(60.0, 0.0)]);
    }

    #[test]
    fn many_tellings_of_a_day_stay_in_it() {
        for count in 2..9 {
            let places = spread(&vec![day(40.0, 40.0); count], WIDE);
            for (x, _) in &places {
                assert!((50.0..=70.0).contains(x), "{count}: {places:?}");
            }
        }
        let four = spread(&[day(40.0, 40.0); 4], WIDE);
        assert_eq!(four, [(50.0, -9.0), (70.0, -9.0), (50.0, 9.0), (70.0, 9.0)]);
    }

    #[test]
    fn no_two_marks_of_narrow_days_cover_each_other() {
        let stretches: Vec<Stretch> = [0.0, 3.0, 3.0, 6.0, 9.0, 60.0]
            .iter()
            .map(|left| day(*left, 3.0))
            .collect();
        let places = spread(&stretches, WIDE);
        for (at, a) in places.iter().enumerate() {
            for b in places.iter().skip(at + 1) {
                let is_apart = (a.0 - b.0).abs() >= WIDE || (a.1 - b.1).abs() > 16.0;
                assert!(is_apart, "{places:?}");
            }
        }
        assert!(places.iter().all(|(x, _)| *x < 70.0), "{places:?}");
    }
}
