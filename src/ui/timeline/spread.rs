//! Where the marks of one lane stand, so that none covers another and each stays in its day.

/// From the middle of a lane to a row above or below it.
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

/// One mark, or several that stand too near each other to be told apart, as one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    /// Its middle, from the left.
    pub(super) x: f32,
    /// Its middle, from the middle of the lane.
    pub(super) y: f32,
    /// Which marks, by position.
    pub(super) marks: Vec<usize>,
}

impl Spot {
    fn one(x: f32, y: f32, mark: usize) -> Self {
        Self {
            x,
            y,
            marks: vec![mark],
        }
    }
}

/// Where the marks stand.
///
/// `wide` is the width of a mark with the gap after it. Days that are wide enough hold their marks
/// side by side, in up to three rows; where days are narrower than a mark, two that are nearer than
/// that stand one above the other. More than that are one spot, so that none is moved to days that it
/// does not mean.
pub(super) fn spread(stretches: &[Stretch], wide: f32) -> Vec<Spot> {
    let mut order: Vec<(usize, Stretch)> = stretches.iter().copied().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.left.total_cmp(&b.left));
    let has_room = |stretch: &Stretch| stretch.is_day && stretch.right - stretch.left >= wide;
    if !stretches.iter().any(has_room) {
        return gathered(&mut order, wide);
    }
    let (days, mut longer): (Vec<_>, Vec<_>) = order.into_iter().partition(|(_, s)| s.is_day);
    let mut spots = Vec::new();
    for day in days.chunk_by(|(_, a), (_, b)| a == b) {
        if let Some((_, stretch)) = day.first() {
            inside(day, *stretch, wide, &mut spots);
        }
    }
    let mut taken: Vec<f32> = spots.iter().map(|spot| spot.x).collect();
    for mut spot in gathered(&mut longer, wide) {
        while taken
            .iter()
            .any(|other| (other - spot.x).abs() < wide - 0.5)
        {
            spot.x += wide / 2.0;
        }
        taken.push(spot.x);
        spots.push(spot);
    }
    spots
}

/// Marks of stretches without room for one: those that begin within one width belong together.
fn gathered(order: &mut [(usize, Stretch)], wide: f32) -> Vec<Spot> {
    order.sort_by(|(_, a), (_, b)| a.middle().total_cmp(&b.middle()));
    let mut spots: Vec<Spot> = Vec::new();
    let mut last = f32::NEG_INFINITY;
    let mut rest: &[(usize, Stretch)] = order;
    while let Some((_, first)) = rest.first() {
        let end = first.middle() + wide;
        let near = rest.partition_point(|(_, stretch)| stretch.middle() < end);
        let (group, others) = rest.split_at(near.max(1));
        rest = others;
        let sum: f32 = group.iter().map(|(_, stretch)| stretch.middle()).sum();
        let x = (sum / group.len() as f32).max(last + wide);
        last = x;
        match group {
            [(mark, _)] => spots.push(Spot::one(x, 0.0, *mark)),
            [(above, _), (below, _)] => {
                spots.push(Spot::one(x, -ROW, *above));
                spots.push(Spot::one(x, ROW, *below));
            }
            many => spots.push(Spot {
                x,
                y: 0.0,
                marks: many.iter().map(|(mark, _)| *mark).collect(),
            }),
        }
    }
    spots
}

/// Puts the marks of one day into it: in one row, in two, or in three, or as one spot.
fn inside(day: &[(usize, Stretch)], stretch: Stretch, wide: f32, spots: &mut Vec<Spot>) {
    /// Nearest that two marks of a row come, as a share of their width.
    const NEAREST: f32 = 0.5;
    /// Nearest that they come before another row is begun.
    const EASY: f32 = 0.75;
    /// How far marks may reach over the edges of their day, as a share of their width.
    const OVER: f32 = 0.5;
    let room = stretch.right - stretch.left;
    let taken = |rows: usize, near: f32| {
        let gaps = day.len().div_ceil(rows).saturating_sub(1) as f32;
        (gaps * near).mul_add(wide, wide)
    };
    let middle = stretch.middle();
    if taken(3, NEAREST) > OVER.mul_add(wide, room) {
        spots.push(Spot {
            x: middle,
            y: 0.0,
            marks: day.iter().map(|(mark, _)| *mark).collect(),
        });
        return;
    }
    let most = match (taken(1, 1.0) <= room, taken(2, EASY) <= room) {
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
    for (marks, y) in day.chunks(in_row).zip(rows) {
        let first = middle - apart * marks.len().saturating_sub(1) as f32 / 2.0;
        for (position, (mark, _)) in marks.iter().enumerate() {
            spots.push(Spot::one(apart.mul_add(position as f32, first), *y, *mark));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Spot, Stretch, spread};

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
        assert_eq!(spread(&[day(40.0, 40.0)], WIDE), [Spot::one(60.0, 0.0, 0)]);
    }

    #[test]
    fn many_tellings_of_a_day_stay_in_it() {
        for count in 2..9 {
            let spots = spread(&vec![day(40.0, 40.0); count], WIDE);
            assert_eq!(spots.len(), count);
            for spot in &spots {
                assert!((50.0..=70.0).contains(&spot.x), "{count}: {spots:?}");
            }
        }
        let four = spread(&[day(40.0, 40.0); 4], WIDE);
        let places: Vec<(f32, f32)> = four.iter().map(|spot| (spot.x, spot.y)).collect();
        assert_eq!(
            places,
            [(50.0, -9.0), (70.0, -9.0), (50.0, 9.0), (70.0, 9.0)]
        );
    }

    #[test]
    fn more_tellings_than_a_day_holds_are_one_spot() {
        let spots = spread(&vec![day(40.0, 40.0); 30], WIDE);
        assert_eq!(spots.len(), 1);
        assert_eq!((spots[0].x, spots[0].marks.len()), (60.0, 30));
    }

    #[test]
    fn tellings_of_narrow_days_stay_where_they_belong_however_many() {
        let stretches: Vec<Stretch> = (0..300)
            .map(|number| day((number / 30) as f32 * 3.0, 3.0))
            .chain([day(200.0, 3.0), day(204.0, 3.0)])
            .collect();
        let spots = spread(&stretches, WIDE);
        let all: usize = spots.iter().map(|spot| spot.marks.len()).sum();
        assert_eq!(all, stretches.len());
        for (at, spot) in spots.iter().enumerate() {
            for mark in &spot.marks {
                let wanted = stretches[*mark].middle();
                assert!((spot.x - wanted).abs() <= WIDE, "{spot:?}");
            }
            for other in spots.iter().skip(at + 1) {
                let is_apart =
                    (spot.x - other.x).abs() > WIDE - 0.1 || (spot.y - other.y).abs() > 16.0;
                assert!(is_apart, "{spots:?}");
            }
        }
    }
}
