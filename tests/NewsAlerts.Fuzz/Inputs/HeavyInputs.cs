using NewsAlerts.Ingesting;
using static NewsAlerts.Fuzz.Inputs.BadInput;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>What is within every limit of size, and made to keep a parser busy: each had a reader, or might have, do work that grows with its square.</summary>
internal static class HeavyInputs
{
    public static IReadOnlyList<BadInput> All { get; } =
    [
        OfText("500,000 lines of a page", "lines.html", () => $"<html><body>{Prose}{Repeat("text<br>", 500_000)}", RejectionReason.Malformed),
        OfText("150,000 lines of a page", "fewer-lines.html", () => $"<html><body>{Prose}{Repeat("text<br>", 150_000)}", RejectionReason.TooLong),
        OfText("150,000 empty lines of a page", "empty-lines.html", () => $"<html><body><p>{Prose}</p>{Repeat("<br> x", 150_000)}", RejectionReason.TooLong),
        OfText("100,000 paragraphs", "paragraphs.html", () => $"<html><body>{Repeat("<p>Word, and another one.</p>", 100_000)}", RejectionReason.TooLong),
        OfText("7,000 paragraphs", "paragraphs-fit.html", () => $"<html><body>{Repeat("<p>Word, and another one.</p>", 7_000)}"),
        OfText("Paragraphs that each open their formatting again", "reopened.html", () => $"<html><body>{Prose}{Repeat("<b a>x<p>", 900)}"),
        OfText("Links that are never closed", "links.html", () => $"<html><body>{Prose}{Repeat("<a href=x>t<p>", 900)}"),
        OfText("Tables in tables", "tables.html", () => $"<html><body>{Repeat("<table><tr><td>", 900)}{Prose}"),
        OfText("Cells in cells, 200 deep, with a page in them", "cells.html", () => $"<html><body>{Repeat("<table><tr><td>", 60)}{Repeat("<span>w </span>", 60_000)}{Prose}"),
        OfText("300,000 attributes", "attributes.html", () => $"<html><body><p {string.Concat(Enumerable.Range(0, 300_000).Select(i => $"a{i} "))}>{Prose}", RejectionReason.Malformed),
        OfText("400,000 closing tags of nothing", "closing.html", () => $"<html><body><p>{Prose}</p>{Repeat("</b></p>", 400_000)}", RejectionReason.Malformed),
        OfText("600,000 character references", "references.html", () => $"<html><body><p>{Prose}{Repeat("&amp;&#x", 600_000)}", RejectionReason.TooLong),
        OfText("A page that is hidden 100,000 times", "hidden.html", () => $"<html><body><p>{Prose}</p>{Repeat("<p hidden style='display:none'>x</p>", 100_000)}"),
        OfText("50 scripts of JSON-LD, 100 KB each", "ld.html", () =>
            $"<html><head>{Repeat($"<script type='application/ld+json'>[{Repeat("{\"@id\":\"a\"},", 8_000)}{{}}]</script>", 50)}</head><body><p>{Prose}"),
        OfText("A graph of 100,000 nodes", "graph.json", () => $"{{\"@graph\":[{Repeat("{\"@id\":\"x\",\"@type\":\"Thing\"},", 100_000)}{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Prose}\"}}]}}"),
        OfText("500 articles of a graph of 50,000 nodes", "articles.json", () =>
            $"[{Repeat($"{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Prose}\",\"author\":{{\"@id\":\"x\"}}}},", 499)}{{\"@graph\":[{Repeat("{\"@id\":\"x\",\"@type\":\"Thing\"},", 50_000)}{{}}]}}]"),
        OfText("500 entries that are heavy to read", "heavy.rss", () =>
            $"<rss><channel>{Repeat($"<item><description><![CDATA[<p>{Prose}</p>{Repeat("<b a><i c><p>x", 300)}]]></description></item>", 500)}</channel></rss>"),
        OfText("500 entries of 10 KB", "long.rss", () => string.Concat(
            "<rss><channel>", string.Concat(Enumerable.Range(0, 500).Select(i => $"<item><description>{i}. {Repeat($"{Prose} ", 55)}</description></item>")), "</channel></rss>")),
        OfText("100,000 namespaces", "namespaces.rss", () =>
            $"<rss {string.Concat(Enumerable.Range(0, 50_000).Select(i => $"xmlns:n{i}='u{i}' "))}><channel><item><description>{Prose}<b>x</b></description></item></channel></rss>"),
        OfText("A million asterisks", "stars.md", () => $"# Ferry\n\n{Prose}\n\n{new string('*', 1_000_000)}\n", RejectionReason.TooLong),
        OfText("700,000 asterisks", "fewer-stars.md", () => $"# Ferry\n\n{Prose}\n\n{new string('*', 700_000)}\n"),
        OfText("200,000 asterisks, each before a letter", "each-star.md", () => $"# Ferry\n\n{Prose}\n\n{Repeat("*a", 200_000)}\n", RejectionReason.Malformed),
        OfText("A million opening brackets", "open.md", () => $"# Ferry\n\n{Prose}\n\n{Repeat("![", 500_000)}\n", RejectionReason.TooLong),
        OfText("A million backticks, in ever longer runs", "ticks.md", () => $"# Ferry\n\n{Prose}\n\n{string.Concat(Enumerable.Range(1, 600).Select(i => new string('`', i) + " x "))}\n"),
        OfText("50,000 links that are never closed", "fewer-open.md", () => $"# Ferry\n\n{Prose}\n\n{Repeat("[a](", 50_000)}\n", RejectionReason.Malformed),
        OfText("A table of 2,000 columns", "table.md", () => $"# Ferry\n\n{Prose}\n\n|{Repeat("a|", 2_000)}\n|{Repeat("-|", 2_000)}\n{Repeat($"|{Repeat("b|", 100)}\n", 1_000)}", RejectionReason.Malformed),
        OfText("A table of 25,000 columns and 50,000 empty rows", "rows.md", () => $"|{Repeat("a|", 25_000)}\n|{Repeat("-|", 25_000)}\n{Repeat("|\n", 50_000)}", RejectionReason.Malformed),
        OfText("A table of 20 columns and 2,000 rows", "long-table.md", () => $"# Ferry\n\n{Prose}\n\n|{Repeat("a|", 20)}\n|{Repeat("-|", 20)}\n{Repeat($"|{Repeat("b|", 20)}\n", 2_000)}"),
        OfText("Lists in a line, 400,000 deep", "line-lists.md", () => $"# Ferry\n\n{Prose}\n\n{Repeat("- ", 390_000)}", RejectionReason.Malformed),
        OfText("Front matter that never ends", "matter.md", () => $"---\n{Repeat("a: b\n", 1_000_000)}", RejectionReason.TooLong),
        OfText("A million combining marks, in the wrong order", "marks.txt", () => $"{Prose} e{Repeat("\u0315\u0316", 500_000)}"),
        OfText("200,000 combining marks, in the wrong order", "fewer-marks.txt", () => $"{Prose} e{Repeat("\u0315\u0316", 50_000)}"),
        OfText("200,000 full stops", "stops.txt", () => $"{Prose} {new string('.', 190_000)}"),
        OfText("Full stops with spaces between them", "spaced-stops.txt", () => $"{Prose} {Repeat(". ", 95_000)}"),
        OfText("200,000 quotation marks", "quotes.txt", () => $"{Prose} {Repeat("\"'“", 60_000)}"),
        OfText("200,000 brackets", "parentheses.txt", () => $"{Prose} {new string('(', 95_000)}{new string(')', 95_000)}"),
        OfText("Quotations that never end", "never.txt", () => $"{Prose} {Repeat("“He said, ", 19_000)}"),
        OfText("14,000 numbers", "figures.txt", () => $"{Prose} {string.Concat(Enumerable.Range(0, 14_000).Select(i => $"It has {i * 7}. "))}"),
        OfText("16,000 names", "people.txt", () => $"{Prose} {string.Concat(Enumerable.Range(0, 8_000).Select(i => $"Ann B{i} met Bo C{i}. "))}"),
        OfText("One paragraph, repeated 1,100 times", "repeated.txt", () => Repeat($"{Prose}\n\n", 1_090)),
        OfText("Commas, as in a clause that never ends", "commas.txt", () => $"{Prose} {Repeat("which, who said, and, ", 8_900)}"),
        OfText("Hyphens, as in a word that never ends", "hyphens.txt", () => $"{Prose} {Repeat("a-", 97_000)}"),
        OfText("Abbreviations", "abbreviations.txt", () => $"{Prose} {Repeat("Dr. U.S. e.g. No. ", 10_900)}"),
        OfText("Ideographs without a stop", "ideographs.txt", () => $"{Prose} {Repeat("船舶港口委員會", 28_000)}"),
        OfText("Thai without a space", "thai.txt", () => Repeat("เรือข้ามฟาก", 18_000)),
    ];
}
