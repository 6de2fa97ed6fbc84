//! A rasteriser for egui's meshes on the processor: pixels without a graphics driver.

use std::collections::HashMap;

use egui::epaint::textures::TexturesDelta;
use egui::epaint::{ImageData, Primitive, Vertex};
use egui::{Color32, Pos2, TextureId};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// One texture: its size and its pixels, row by row.
type Texture = ([usize; 2], Vec<Color32>);

#[derive(Default)]
pub struct Soft {
    textures: HashMap<TextureId, Texture>,
}

impl TestRenderer for Soft {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, deltas) in delta.set.drain() {
            for change in deltas {
                let ImageData::Color(image) = change.image;
                let Some([left, top]) = change.pos else {
                    self.textures.insert(id, (image.size, image.pixels.clone()));
                    continue;
                };
                let (size, pixels) = self.textures.get_mut(&id).expect("a known texture");
                for row in 0..image.size[1] {
                    let to = (top + row) * size[0] + left;
                    let from = row * image.size[0];
                    pixels[to..to + image.size[0]]
                        .copy_from_slice(&image.pixels[from..from + image.size[0]]);
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut frame = vec![[0.0_f32; 4]; width * height];
        for primitive in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &primitive.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            let edge =
                |value: f32, limit: usize| ((value * scale).round().max(0.0) as usize).min(limit);
            let clip = primitive.clip_rect;
            let clip = [
                edge(clip.min.x, width),
                edge(clip.min.y, height),
                edge(clip.max.x, width),
                edge(clip.max.y, height),
            ];
            for corners in mesh.indices.chunks_exact(3) {
                let corners = [0, 1, 2].map(|i| mesh.vertices[corners[i] as usize]);
                triangle(&mut frame, width, clip, corners, scale, texture);
            }
        }
        let bytes = frame
            .iter()
            .flat_map(|pixel| pixel.map(|c| (c * 255.0 + 0.5).clamp(0.0, 255.0) as u8))
            .collect();
        RgbaImage::from_raw(width as u32, height as u32, bytes).ok_or_else(|| "size".to_owned())
    }
}

/// Colour of a texture at a place, blended from its four nearest pixels; premultiplied, 0 to 1.
fn sample((size, pixels): &Texture, u: f32, v: f32) -> [f32; 4] {
    let x = (u * size[0] as f32 - 0.5).clamp(0.0, size[0] as f32 - 1.0);
    let y = (v * size[1] as f32 - 0.5).clamp(0.0, size[1] as f32 - 1.0);
    let (x0, y0) = (x as usize, y as usize);
    let (x1, y1) = ((x0 + 1).min(size[0] - 1), (y0 + 1).min(size[1] - 1));
    let (right, down) = (x.fract(), y.fract());
    let at = |x: usize, y: usize| pixels[y * size[0] + x].to_array().map(f32::from);
    let (a, b, c, d) = (at(x0, y0), at(x1, y0), at(x0, y1), at(x1, y1));
    std::array::from_fn(|i| {
        let above = a[i] * (1.0 - right) + b[i] * right;
        let below = c[i] * (1.0 - right) + d[i] * right;
        (above * (1.0 - down) + below * down) / 255.0
    })
}

fn triangle(
    frame: &mut [[f32; 4]],
    width: usize,
    clip: [usize; 4],
    mut corners: [Vertex; 3],
    scale: f32,
    texture: &Texture,
) {
    for corner in &mut corners {
        corner.pos = (corner.pos.to_vec2() * scale).to_pos2();
    }
    let edge = |a: Pos2, b: Pos2, p: Pos2| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    let mut area = edge(corners[0].pos, corners[1].pos, corners[2].pos);
    if area < 0.0 {
        corners.swap(1, 2);
        area = -area;
    }
    if area < 1e-9 {
        return;
    }
    let least = |pick: fn(&Vertex) -> f32| corners.iter().map(pick).fold(f32::MAX, f32::min);
    let most = |pick: fn(&Vertex) -> f32| corners.iter().map(pick).fold(f32::MIN, f32::max);
    let columns = (least(|v| v.pos.x).floor().max(0.0) as usize).max(clip[0])
        ..(most(|v| v.pos.x).ceil().max(0.0) as usize).min(clip[2]);
    let rows = (least(|v| v.pos.y).floor().max(0.0) as usize).max(clip[1])
        ..(most(|v| v.pos.y).ceil().max(0.0) as usize).min(clip[3]);
    // A pixel on a shared edge belongs to one triangle only.
    let owns = |a: Pos2, b: Pos2| (a.y == b.y && b.x > a.x) || b.y < a.y;
    let owned = [(1, 2), (2, 0), (0, 1)].map(|(i, j)| owns(corners[i].pos, corners[j].pos));
    let colors = corners.map(|corner| corner.color.to_array().map(|c| f32::from(c) / 255.0));
    for y in rows {
        for x in columns.clone() {
            let p = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            let edges = [
                edge(corners[1].pos, corners[2].pos, p),
                edge(corners[2].pos, corners[0].pos, p),
                edge(corners[0].pos, corners[1].pos, p),
            ];
            if (0..3).any(|i| edges[i] < 0.0 || (edges[i] == 0.0 && !owned[i])) {
                continue;
            }
            let share = edges.map(|edge| edge / area);
            let mix = |values: [f32; 3]| {
                values[0] * share[0] + values[1] * share[1] + values[2] * share[2]
            };
            let texel = sample(
                texture,
                mix(corners.map(|corner| corner.uv.x)),
                mix(corners.map(|corner| corner.uv.y)),
            );
            let color: [f32; 4] =
                std::array::from_fn(|i| mix([colors[0][i], colors[1][i], colors[2][i]]));
            let cover = color[3] * texel[3];
            let pixel = &mut frame[y * width + x];
            for i in 0..4 {
                pixel[i] = color[i] * texel[i] + pixel[i] * (1.0 - cover);
            }
        }
    }
}
