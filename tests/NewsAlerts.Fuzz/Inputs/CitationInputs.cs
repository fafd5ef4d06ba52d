using NewsAlerts.Ingesting;
using static NewsAlerts.Fuzz.Inputs.BadInput;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>What an original says about itself.</summary>
internal static class CitationInputs
{
    public static IReadOnlyList<BadInput> All { get; } =
    [
        Said("A date in the year 0", "year0.json", "\"published\":\"0000-01-01T00:00:00Z\""),
        Said("A date in the year 1", "year1.json", "\"published\":\"0001-01-01T00:00:00+14:00\""),
        Said("A date in the year 9999", "year9999.json", "\"published\":\"9999-12-31T23:59:59-14:00\""),
        Said("A date in the year 10000", "year10000.json", "\"published\":\"10000-01-01T00:00:00Z\""),
        Said("A date on 30 February", "february.json", "\"published\":\"2026-02-30T25:61:61Z\""),
        Said("A date of 100,000 digits", "digits.json", $"\"published\":\"{new string('9', 100_000)}\""),
        OfText("A mail of the year 9999", "year9999.eml", () => $"From: a@b.example\r\nSubject: Ferry\r\nDate: Fri, 31 Dec 9999 23:59:59 -1200\r\n\r\n{Prose}\r\n"),
        Said("A date with two readings", "two-readings.json", "\"published\":\"Monday, 03/04/2025\""),
        Said("A time without a date", "time.json", "\"published\":\"12:30:00\""),
        Said("A date further from UTC than any place", "offset.json", "\"published\":\"2026-03-02T08:00:00+25:00\""),
        Said("A URL with credentials", "credentials.json", "\"url\":\"https://user:secret@harbour.example/ferry\""),
        Said("A javascript: link", "javascript.json", "\"url\":\"javascript:alert(document.cookie)\""),
        Said("A data: link", "data.json", "\"url\":\"data:text/html;base64,PHNjcmlwdD4=\""),
        Said("A file: link", "file.json", "\"url\":\"file:///etc/passwd\""),
        Said("A URL of 100,000 characters", "long-url.json", $"\"url\":\"https://harbour.example/{new string('a', 100_000)}\""),
        Said("A URL with a line break", "broken-url.json", "\"url\":\"https://harbour.example/\\r\\nSet-Cookie: x\""),
        Said("A URL whose host is no name", "host.json", "\"url\":\"https://xn--0.example:99999/\""),
        Said("A URL whose host has a character that no name may have", "idn.json", "\"url\":\"https://2130\uFFFD63/\""),
        Said("A header injected into a title", "title.json", "\"title\":\"Ferry\\r\\nBcc: x@y.example\\r\\n\\r\\nBody\""),
        Said("A header injected into a byline", "byline.json", "\"byline\":\"Ann\\r\\nBcc: x@y.example\""),
        Said("Markdown in a title", "markdown.json", "\"title\":\"**Ferry** [runs](javascript:alert(1)) `again` <@everyone> *x*\""),
        Said("HTML in a title", "html.json", "\"title\":\"<img src=x onerror=alert(1)><b>Ferry</b> &lt;script&gt;\""),
        Said("A formula in a title", "sum.json", "\"title\":\"=cmd|' /C calc'!A0\""),
        Said("Template syntax in a title", "braces.json", "\"title\":\"{{headline}} ${7*7} {{{raw}}}\""),
        Said("A title of 200,000 characters", "long-title.json", $"\"title\":\"{Repeat("Ferry ", 33_000)}\""),
        Said("A title of nothing but marks", "marks.json", "\"title\":\"\u202E\u200B—!?\""),
        Said("A language that is none", "language.json", "\"language\":\"../../etc/passwd\""),
        Said("100,000 tags", "tags.json", $"\"tags\":[{Repeat("\"a\",", 100_000)}\"b\"]"),
        Said("The same property 100,000 times", "same.json", $"{Repeat("\"title\":\"Ferry\",", 100_000)}\"title\":\"Last\""),
        Said("100,000 properties", "properties.json", string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"p{i}\":{i}"))),
        OfText("Half of a surrogate pair", "surrogate.json", () => $"{{\"title\":\"\\ud83d\",\"text\":\"{Prose}\"}}", RejectionReason.Malformed),
        OfText("Half of a surrogate pair in a property's name", "surrogate-name.json", () => $"{{\"\\ud83d\":1,\"text\":\"{Prose}\"}}", RejectionReason.Malformed),
        OfText("Half of a surrogate pair in a page's JSON-LD", "surrogate.html", () =>
            $"<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"\\ud83d\":1,\"headline\":\"Ferry \\ud83d\"}}</script></head><body><p>{Prose}</p></body></html>"),
        OfText("Numbers beyond any number", "numbers-beyond.json", () => $"{{\"text\":\"{Prose}\",\"n\":1e{new string('9', 10_000)}}}"),
    ];

    private static BadInput Said(string what, string file, string properties) => OfText(what, file, () => $"{{{properties},\"text\":\"{Prose}\"}}");
}
