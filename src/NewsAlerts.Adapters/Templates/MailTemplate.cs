using System.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Templates;

/// <summary>A template, compiled. What is wrong with it is a <see cref="TemplateException"/>.</summary>
internal sealed class MailTemplate
{
    /// <summary>Most characters that are written before anything is dropped: HTML may be twice as long as what is left of it.</summary>
    private const int MaxText = 200_000;
    private const int MaxSubject = 200;

    /// <summary>Most bytes of a digest with one item: with both alternatives, encoded, that is still a mail.</summary>
    private const int MaxBytesOfOne = 35_000;

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

    /// <summary>What it makes of a digest, with fewer of its items where all are too much.</summary>
    /// <exception cref="TemplateOutputException">Even a single item is too much.</exception>
    /// <exception cref="TemplateException">A name that does not exist, too slow, or nothing at all.</exception>
    public string Render(DigestView digest, TimeSpan timeout, TimeProvider time)
    {
        var budget = new RenderBudget(timeout, MaxText, time);
        while (true)
        {
            try
            {
                var made = Finished(Write(digest, budget)) ?? throw new TemplateException("It made nothing.");
                return IsOne(digest) && Encoding.UTF8.GetByteCount(made) > MaxBytesOfOne
                    ? throw new TemplateOutputException($"It made more than {MaxBytesOfOne:N0} bytes of a single item.")
                    : made;
            }
            catch (TemplateOutputException) when (!IsOne(digest))
            {
                digest = digest.Shortened(Math.Max(1, digest.Full.Count / 2), Headlines(digest) / 2);
            }
        }
    }

    private static bool IsOne(DigestView digest) => digest.Full.Count <= 1 && Headlines(digest) == 0;

    private static int Headlines(DigestView digest) => digest.Brief.Count + (digest.Rest?.Items.Count ?? 0);

    private string? Finished(string written) =>
        _kind == TemplateKind.Subject ? DisplayText.Line(written, MaxSubject)
        : _kind == TemplateKind.Text ? PlainText.Of(written)
        : CleanHtml.Of(written);

    private string Write(DigestView digest, RenderBudget budget)
    {
        using var writer = new BudgetedWriter(budget);
        try
        {
            _write(writer, TemplateModel.Of(digest, budget));
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
