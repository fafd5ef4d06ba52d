using NewsAlerts.Ingesting;
using static NewsAlerts.Fuzz.Inputs.BadInput;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>What lies in what lies in what.</summary>
internal static class NestedInputs
{
    private const int Deep = 10_000;

    public static IReadOnlyList<BadInput> All { get; } =
    [
        OfText("Arrays nested 10,000 deep", "deep-arrays.json", () => new string('[', Deep) + new string(']', Deep), RejectionReason.Malformed),
        OfText("Arrays of an object nested 10,000 deep", "deep-array.json", () => $"{{\"text\":{new string('[', Deep)}{new string(']', Deep)}}}", RejectionReason.Malformed),
        OfText("Objects nested 10,000 deep", "deep.json", () => Repeat("{\"a\":", Deep) + "1" + new string('}', Deep), RejectionReason.Malformed),
        OfText("Lines of nested arrays", "deep.jsonl", () => Repeat($"{{\"a\":{new string('[', 100)}{new string(']', 100)}}}\n", 400), RejectionReason.Malformed),
        OfText("Elements nested 10,000 deep", "deep.html", () => $"<html><body>{Repeat("<div>", Deep)}{Prose}{Repeat("</div>", Deep)}", RejectionReason.Malformed),
        OfText("Formatting nested 10,000 deep", "bold.html", () => $"<html><body>{Repeat("<b>", Deep)}{Prose}", RejectionReason.Malformed),
        OfText("XML nested 10,000 deep", "deep.xml", () => $"<rss><channel><item><description>{Repeat("<a>", Deep)}{Prose}{Repeat("</a>", Deep)}</description></item></channel></rss>", RejectionReason.Malformed),
        OfText("A feed within a feed, 10,000 deep", "deep.rss", () => Repeat("<rss><channel><item>", Deep), RejectionReason.Malformed),
        OfText("Quotations nested 10,000 deep", "quoted.md", () => $"# Ferry\n\n{new string('>', Deep)} {Prose}\n", RejectionReason.Malformed),
        OfText("Lists nested 10,000 deep", "lists.md", () => $"# Ferry\n\n{Repeat("- ", Deep)}{Prose}\n", RejectionReason.Malformed),
        OfText("Brackets nested 10,000 deep", "brackets.md", () => $"# Ferry\n\n{new string('[', Deep)}{Prose}{Repeat("](x)", Deep)}\n", RejectionReason.Malformed),
        OfText("Emphasis nested 10,000 deep", "emphasis.md", () => $"# Ferry\n\n{Repeat("*a **b ", Deep)}{Prose}\n", RejectionReason.Malformed),
        OfText("An external entity", "xxe.xml", () =>
            $"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><description>{Prose} &x;</description></item></channel></rss>", RejectionReason.Malformed),
        OfText("An external document type", "xxe-dtd.xml", () =>
            $"<!DOCTYPE rss SYSTEM 'http://169.254.169.254/latest/meta-data/'><rss><channel><item><description>{Prose}</description></item></channel></rss>", RejectionReason.Malformed),
        OfText("A billion laughs", "laughs.xml", () =>
            "<!DOCTYPE rss [<!ENTITY a0 'ha'>" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} '&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};'>")) + "]><rss><channel><item><description>&a30;</description></item></channel></rss>",
            RejectionReason.Malformed),
        OfText("An inclusion", "include.xml", () =>
            $"<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><description>{Prose}<xi:include href='file:///etc/passwd' parse='text'/></description></item></channel></rss>"),
        OfText("A style sheet's instruction", "style.xml", () =>
            $"<?xml version='1.0'?><?xml-stylesheet href='http://127.0.0.1:9/x.xsl' type='text/xsl'?><rss><channel><item><description>{Prose}</description></item></channel></rss>"),
    ];
}
