using Microsoft.Extensions.Options;

namespace NewsAlerts.Adapters.Templates;

/// <summary>Tries a template before any reader meets it: on digests that have everything, and on some that have next to nothing.</summary>
public sealed class TemplateCheck(IOptions<TemplateOptions> options, TimeProvider time)
{
    /// <summary>What is wrong with a template, for people; null where it is fit to be used.</summary>
    public string? FaultOf(TemplateKind kind, string text)
    {
        try
        {
            var bytes = System.Text.Encoding.UTF8.GetByteCount(text);
            if (bytes > options.Value.MaxBytes)
            {
                return $"It has {bytes:N0} bytes; the most is {options.Value.MaxBytes:N0} ({TemplateOptions.Section}__{nameof(TemplateOptions.MaxBytes)}).";
            }

            var template = MailTemplate.Compile(kind, text);
            foreach (var digest in SampleDigests.All)
            {
                template.Render(digest, options.Value.Timeout, time);
            }

            return null;
        }
        catch (TemplateException ex)
        {
            return ex.Message;
        }
    }
}
