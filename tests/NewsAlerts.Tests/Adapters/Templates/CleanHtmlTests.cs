using NewsAlerts.Adapters.Templates;

namespace NewsAlerts.Tests.Adapters.Templates;

public sealed class CleanHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>x", "x")]
    [InlineData("<p onclick=\"x()\">x</p>", "<p>x</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"data:text/html,x\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"//evil.example\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"/path\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"https://a.example/?a=1&amp;b=2\">x</a>", "<a href=\"https://a.example/?a=1&amp;b=2\">x</a>")]
    [InlineData("<a href=\"mailto:desk@a.example\">x</a>", "<a href=\"mailto:desk@a.example\">x</a>")]
    [InlineData("<img src=\"https://a.example/logo.png\" alt=\"A\">x", "<img src=\"https://a.example/logo.png\" alt=\"A\">x")]
    [InlineData("<img src=\"http://a.example/logo.png\">x", "<img>x")]
    [InlineData("<form action=\"https://a.example\"><input name=\"q\"><button>x</button></form>y", "y")]
    [InlineData("<iframe src=\"https://a.example\"></iframe><object data=\"x\"></object><embed src=\"x\">x", "x")]
    [InlineData("<svg><a href=\"https://a.example\">s</a></svg>x", "x")]
    [InlineData("<p style=\"color:#1f1c18;position:fixed;behavior:url(x);background-image:url(https://a.example/x.gif)\">x</p>", "<p style=\"color: #1f1c18\">x</p>")]
    [InlineData("<p style=\"background:#fff url(https://a.example/x.gif)\">x</p>", "<p style=\"background-color: #ffffff\">x</p>")]
    [InlineData("<td role=\"presentation\" lang=\"ar\" dir=\"rtl\" class=\"ink\">x</td>", "x")]
    [InlineData("<p role=\"note\" lang=\"ar\" dir=\"rtl\" class=\"ink\">x</p>", "<p role=\"note\" lang=\"ar\" dir=\"rtl\" class=\"ink\">x</p>")]
    public void Only_what_belongs_into_a_mail_is_left(string html, string left)
    {
        var body = CleanHtml.Of(html)!.Split("<body>")[1].Split("</body>")[0];

        Assert.Equal(left, body);
    }

    [Fact]
    public void Head_and_style_sheet_stay_without_what_fetches_or_redirects()
    {
        var html = CleanHtml.Of("""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0;url=https://evil.example">
            <link rel="stylesheet" href="https://evil.example/x.css"><base href="https://evil.example"><title>T</title>
            <style>@import "https://evil.example/x.css";</style><style>.a { color: #abc; background: url(https://evil.example/x.gif) } @media (prefers-color-scheme: dark) { .a { color: white !important } }</style></head><body>x</body></html>
            """)!;

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", html, StringComparison.Ordinal);
        Assert.Contains("<meta charset=\"utf-8\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\">", html, StringComparison.Ordinal);
        Assert.Contains("<title>T</title>", html, StringComparison.Ordinal);
        Assert.EndsWith(".a { color: #aabbcc; background-color: initial }\n@media (prefers-color-scheme: dark) { .a { color: #ffffff !important } }", html.Split("</style></head>")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p> </p>")]
    [InlineData("<script>x</script>")]
    public void A_document_that_shows_nothing_is_none(string html) => Assert.Null(CleanHtml.Of(html));

    [Fact]
    public void Elements_a_thousand_deep_are_refused_before_anything_follows_them_down() =>
        Assert.Contains("200 deep", Assert.Throws<TemplateException>(() => CleanHtml.Of(string.Concat(Enumerable.Repeat("<div>", 50_000)))).Message, StringComparison.Ordinal);
}
