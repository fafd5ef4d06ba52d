using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NewsAlerts.Benchmarks;

/// <summary>Draws a trace: a line a span in the order in which they began, indented below its parent, its bar where it was in time.</summary>
internal static class Waterfall
{
    private const int RowHeight = 24;
    private const int Left = 300;
    private const int Width = 620;
    private const int Top = 56;

    public static string Draw(IReadOnlyList<Activity> trace)
    {
        var rows = Ordered(trace);
        var began = trace.Min(span => span.StartTimeUtc);
        var whole = trace.Max(span => span.StartTimeUtc + span.Duration) - began;
        var svg = new StringBuilder();
        var height = Top + (rows.Count * RowHeight) + 16;
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Left + Width + 80} {height}" font-family="system-ui, sans-serif" font-size="13" role="img">""");
        svg.Append("<title>The trace of one article, from its original to its alert</title>");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="100%" height="100%" fill="#ffffff"/><text x="16" y="26" font-weight="600" fill="#1f2933">One article, from its original to its alert: {Milliseconds(whole)}</text>""");
        Axis(svg, whole, height);
        foreach (var (number, (span, depth)) in rows.Index())
        {
            var y = Top + (number * RowHeight);
            var x = Left + (Width * ((span.StartTimeUtc - began) / whole));
            var width = Math.Max(2, Width * (span.Duration / whole));
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{16 + (depth * 16)}" y="{y + 16}" fill="#1f2933">{span.DisplayName}</text>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:f1}" y="{y + 4}" width="{width:f1}" height="15" rx="2" fill="{Colour(span.Kind)}"/>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x + width + 6:f1}" y="{y + 16}" font-size="11" fill="#52606d">{Milliseconds(span.Duration)}</text>""");
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Each span below its parent.</summary>
    private static List<(Activity Span, int Depth)> Ordered(IReadOnlyList<Activity> trace)
    {
        var known = trace.Select(span => span.SpanId).ToHashSet();
        var below = trace.ToLookup(span => known.Contains(span.ParentSpanId) ? span.ParentSpanId : default);
        List<(Activity, int)> rows = [];
        void Add(ActivitySpanId parent, int depth)
        {
            foreach (var span in below[parent].OrderBy(span => span.StartTimeUtc))
            {
                rows.Add((span, depth));
                Add(span.SpanId, depth + 1);
            }
        }

        Add(default, 0);
        return rows;
    }

    private static void Axis(StringBuilder svg, TimeSpan whole, int height)
    {
        for (var part = 0; part <= 4; part++)
        {
            var x = Left + (Width * part / 4);
            svg.Append(CultureInfo.InvariantCulture, $"""<path d="M{x} {Top - 8}V{height - 12}" stroke="#e4e7eb"/><text x="{x}" y="{Top - 14}" font-size="11" fill="#52606d" text-anchor="middle">{Milliseconds(whole * part / 4)}</text>""");
        }
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds is > 0 and < 10
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:f1} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:f0} ms");

    private static string Colour(ActivityKind kind) => kind switch
    {
        ActivityKind.Consumer => "#0f766e",
        ActivityKind.Producer => "#b45309",
        ActivityKind.Client => "#6d28d9",
        _ => "#64748b",
    };
}
