using System.Text;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Templates;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>Templates for mails: compiled, filled in, cleaned. The first character chooses the kind.</summary>
internal static class TemplateTarget
{
    private static readonly TemplateCheck Check = new(Options.Create(new TemplateOptions()), TimeProvider.System);

    public static FuzzTarget Target { get; } = new(
        "template",
        "templates for mails",
        ["Handlebars", "HtmlSanitizer", "AngleSharp", "AngleSharp.Css"],
        [
            "a" + TemplateKind.Subject.Example(), "b" + TemplateKind.Html.Example(), "c" + TemplateKind.Text.Example(),
            "c{{#each items}}{{#if @first}}{{headline}}{{else}}{{@index}}{{/if}}{{~#each ../items~}}x{{/each}}{{/each}}{{! note }}{{!-- {{x}} --}}",
            "b<p style='color:red;background:url(x)' onclick=x><a href='javascript:x'>{{title}}</a><style>@media a{b{c:d}}</style><img src=//x>",
        ],
        Read);

    private static void Read(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        if (text.Length == 0)
        {
            return;
        }

        var kind = TemplateKind.All[text[0] % TemplateKind.All.Count];
        BrokenPromiseException.Unless(Check.FaultOf(kind, text[1..]) is null or { Length: > 0 }, "A fault says what is wrong.");
    }
}
