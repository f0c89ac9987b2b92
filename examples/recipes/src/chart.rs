//! A chart that works with a strict Content Security Policy.

use yew::prelude::*;

// ANCHOR: component
/// The properties of [`Bars`].
#[derive(PartialEq, Properties)]
pub struct BarsProps {
    /// Describes the chart to people who can't see it.
    pub label: AttrValue,
    /// A name and a number for each bar.
    pub bars: Vec<(&'static str, u32)>,
}

/// A bar for each number. The policy forbids the attribute `style`, and chart libraries that use it, but not SVG
/// attributes such as `width` and `fill`.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    const WIDTH: f64 = 240.0;
    const ROW: f64 = 24.0;
    let most = f64::from(props.bars.iter().map(|(_, number)| *number).max().unwrap_or(0).max(1));
    let height = ROW * props.bars.len() as f64;
    html! {
        <svg role="img" aria-label={&props.label} viewBox={format!("0 0 {WIDTH} {height}")} width="100%">
            for (index, (name, number)) in props.bars.iter().enumerate() {
                <g key={*name} transform={format!("translate(0 {})", ROW * index as f64)}>
                    <rect
                        width={(WIDTH * f64::from(*number) / most).to_string()}
                        height={(ROW - 4.0).to_string()}
                        rx="2"
                        fill="var(--lc-primary)"
                        fill-opacity="0.25"
                    />
                    <text x="6" y={(ROW / 2.0).to_string()} dominant-baseline="middle" font-size="12" fill="currentColor">
                        { format!("{name}: {number}") }
                    </text>
                </g>
            }
        </svg>
    }
}
// ANCHOR_END: component
