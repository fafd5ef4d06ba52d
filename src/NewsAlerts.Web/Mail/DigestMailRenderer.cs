using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Digesting;

namespace NewsAlerts.Web.Mail;

/// <summary>Renders a digest as the HTML of its mail: self-contained, without images, scripts or anything to fetch.</summary>
public sealed class DigestMailRenderer : IDisposable
{
    /// <summary>Largest HTML, in bytes of UTF-8. Gmail hides what comes after about 102 KB.</summary>
    public const int MaxBytes = 100_000;

    /// <summary>Components here need nothing but the encoder: text keeps its own letters, which numeric references would make three times as large.</summary>
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>
    /// The mail's HTML. Shows <see cref="DigestView.DefaultFull"/> items in full and the others briefly; fewer where that is
    /// more than <see cref="MaxBytes"/>.
    /// </summary>
    public async Task<string> RenderAsync(Digest digest, CancellationToken cancellationToken)
    {
        var view = DigestView.Of(digest);
        foreach (var (full, brief) in Sizes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var html = await RenderAsync(view = view.Shortened(full, brief));
            if (Encoding.UTF8.GetByteCount(html) <= MaxBytes)
            {
                return html;
            }
        }

        throw new InvalidOperationException($"Not even one item fits into {MaxBytes:N0} bytes: ItemView's limits are too wide.");
    }

    /// <summary>From what a reader wants to what surely fits; all but the first are for unusually long texts.</summary>
    private static IEnumerable<(int Full, int Brief)> Sizes =>
        [(DigestView.DefaultFull, int.MaxValue), (18, int.MaxValue), (12, int.MaxValue), (6, int.MaxValue), (3, int.MaxValue), (1, int.MaxValue), (1, 60), (1, 20), (1, 0)];

    public void Dispose() => _services.Dispose();

    private async Task<string> RenderAsync(DigestView view)
    {
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(DigestBody.Digest)] = view });
            var output = await renderer.RenderComponentAsync<DigestBody>(parameters);
            return output.ToHtmlString();
        });
    }
}
