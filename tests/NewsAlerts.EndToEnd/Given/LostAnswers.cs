using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>Stands before the tables of an account, and cuts the connection in the place of the answer to a transaction that has been done.</summary>
internal sealed partial class LostAnswers : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _tables;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private int _toLose;

    private LostAnswers(WebApplication app, string tables) => (_app, _tables) = (app, tables);

    /// <summary>The account, with its tables behind this.</summary>
    public string Account { get; private init; } = "";

    /// <summary>How many answers were lost.</summary>
    public int Lost { get; private set; }

    public static async Task<LostAnswers> StartAsync(string account)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var tables = TableServer().Match(account).Value;
        LostAnswers? lost = null;
        app.Run(context => lost!.PassAsync(context));
        await app.StartAsync();
        lost = new LostAnswers(app, tables) { Account = TableServer().Replace(account, app.Urls.Single()) };
        return lost;
    }

    /// <summary>Loses the answer to the next transaction.</summary>
    public void LoseNext() => Interlocked.Exchange(ref _toLose, 1);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var request = new HttpRequestMessage(HttpMethod.Parse(context.Request.Method), new Uri(_tables + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }))
        {
            Content = new ByteArrayContent(body.ToArray()),
        };
        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        using var answer = await _client.SendAsync(request, CancellationToken.None);
        var content = await answer.Content.ReadAsByteArrayAsync();
        if (target.Contains("$batch", StringComparison.Ordinal) && Interlocked.Exchange(ref _toLose, 0) == 1)
        {
            Lost++;
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Connection" or "Transfer-Encoding" or "Keep-Alive")))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await context.Response.Body.WriteAsync(content);
    }

    [GeneratedRegex("(?<=TableEndpoint=)https?://[^/;]+")]
    private static partial Regex TableServer();
}
