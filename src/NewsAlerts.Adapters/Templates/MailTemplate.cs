using System.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using NewsAlerts.Digesting;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Templates;

/// <summary>A template, compiled. What is wrong with it is a <see cref="TemplateException"/>.</summary>
internal sealed class MailTemplate
{
    /// <summary>Most characters that are written before anything is dropped: HTML may be twice as long as what is left of it.</summary>
    private const int MaxText = 200_000;
    private const int MaxSubject = 200;

    // No partials, no helpers but Handlebars' own, and every name must exist: a mistyped one shows when the template is checked.
    private static readonly IHandlebars Escaping = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });
    private static readonly IHandlebars Plain = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = true });

    private readonly TemplateKind _kind;
    private readonly Action<TextWriter, object> _write;

    private MailTemplate(TemplateKind kind, Action<TextWriter, object> write) => (_kind, _write) = (kind, write);

    /// <exception cref="TemplateException">It does not parse, or uses what it may not.</exception>
    public static MailTemplate Compile(TemplateKind kind, string text)
    {
        if (TemplateSyntax.Objection(text) is { } objection)
        {
            throw new TemplateException(objection);
        }

        try
        {
            using var reader = new StringReader(text);
            var template = (kind == TemplateKind.Html ? Escaping : Plain).Compile(reader);
            return new MailTemplate(kind, (writer, model) => template(writer, model, null));
        }
        catch (Exception ex)
        {
            throw new TemplateException($"It does not parse: {Reason(ex)}");
        }
    }

    /// <summary>What it makes of a digest, with as many items as fit into a mail.</summary>
    /// <exception cref="TemplateException">A name that does not exist, too slow, too large, or nothing at all.</exception>
    public string Render(Digest digest, Uri? unsubscribe, TimeSpan timeout, TimeProvider time)
    {
        var budget = new RenderBudget(timeout, MaxText, time);
        var view = DigestView.Of(digest);
        foreach (var (full, brief) in Sizes)
        {
            try
            {
                var made = Finished(Write(digest, view.Shortened(full, brief), unsubscribe, budget)) ?? throw new TemplateException("It made nothing.");
                if (_kind != TemplateKind.Html || Encoding.UTF8.GetByteCount(made) <= DigestMailRenderer.MaxBytes)
                {
                    return made;
                }
            }
            catch (TemplateOutputException)
            {
                // With fewer items it may do.
            }
        }

        throw new TemplateException(_kind == TemplateKind.Html
            ? $"It made more than {DigestMailRenderer.MaxBytes:N0} bytes of a single item."
            : $"It made more than {MaxText:N0} characters of a single item.");
    }

    private string? Finished(string written) =>
        _kind == TemplateKind.Subject ? DisplayText.Line(written, MaxSubject)
        : _kind == TemplateKind.Text ? PlainText.Of(written)
        : CleanHtml.Of(written);

    private static IEnumerable<(int Full, int Brief)> Sizes => [(DigestView.DefaultFull, int.MaxValue), (12, 100), (6, 50), (3, 20), (1, 0)];

    private string Write(Digest digest, DigestView view, Uri? unsubscribe, RenderBudget budget)
    {
        using var writer = new BudgetedWriter(budget);
        try
        {
            _write(writer, TemplateModel.Of(digest, view, unsubscribe, budget));
            return writer.ToString();
        }
        catch (Exception ex)
        {
            throw ex.GetBaseException() as TemplateException ?? new TemplateException($"It cannot be filled in: {Reason(ex)}");
        }
    }

    /// <summary>Handlebars' own messages name tags and members, never values.</summary>
    private static string Reason(Exception exception) => exception is HandlebarsException or HandlebarsUndefinedBindingException
        ? exception.Message.Split('\n')[0].Trim().TrimEnd('.') + "."
        : $"{exception.GetType().Name}.";
}
