using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Tests.Adapters.OpenAI;

/// <summary>A server that speaks the chat completions API, and answers what a test tells it to, in turn; the last answer from then on.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<RequestDelegate> _answers = new();
    private readonly WebApplication _app;

    private ModelServer(WebApplication app) => _app = app;

    public List<ModelRequest> Requests { get; } = [];

    public string Address => _app.Urls.Single();

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ModelServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>An answer in the form that was asked for.</summary>
    public ModelServer Says(string headline, params (string Text, int[] Evidence)[] points) =>
        Completes(Answer(headline, points));

    /// <summary>The first sentence that a request shows, word for word: an honest answer to any part of an article.</summary>
    public ModelServer SaysTheFirstSentence() => Answers(context =>
    {
        var line = context.Features.GetRequiredFeature<ModelRequest>().Body["messages"]![1]!["content"]!.ToString().Split('\n')[0].Split("]^");
        var text = line[1].Replace('^', ' ');
        return WriteAsync(context, Answer(text, (text, [int.Parse(line[0][1..], CultureInfo.InvariantCulture)])), "stop", refusal: null);
    });

    /// <summary>An answer of any text.</summary>
    public ModelServer Completes(string content, string finishReason = "stop", string? refusal = null) =>
        Answers(context => WriteAsync(context, content, finishReason, refusal));

    private static string Answer(string headline, params (string Text, int[] Evidence)[] points) =>
        JsonSerializer.Serialize(new { headline, keyPoints = points.Select(point => new { text = point.Text, evidence = point.Evidence }) });

    private static Task WriteAsync(HttpContext context, string content, string finishReason, string? refusal) => context.Response.WriteAsJsonAsync(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_772_438_400,
        model = "test-model",
        choices = new[] { new { index = 0, finish_reason = finishReason, message = new { role = "assistant", content = refusal is null ? content : null, refusal } } },
        usage = new { prompt_tokens = 700, completion_tokens = 90, total_tokens = 790 },
    });

    /// <summary>A failure, as the API words it.</summary>
    public ModelServer Fails(int status, string code = "error", params (string Name, string Value)[] headers) => Answers(context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsJsonAsync(new { error = new { message = "Not now.", type = code, code } });
    });

    /// <summary>Nothing, until the client gives up.</summary>
    public ModelServer Hangs() => Answers(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

    public ModelServer Answers(RequestDelegate answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
        var request = new ModelRequest(context.Request.Path + context.Request.QueryString, new HeaderDictionary(context.Request.Headers.ToDictionary()), body);
        context.Features.Set(request);
        RequestDelegate answer;
        lock (Requests)
        {
            Requests.Add(request);
            if (_answers.Count > 1)
            {
                _answers.TryDequeue(out answer!);
            }
            else if (!_answers.TryPeek(out answer!))
            {
                answer = nothing => Task.FromException(new InvalidOperationException("Nothing to answer."));
            }
        }

        try
        {
            await answer(context);
        }
        catch (OperationCanceledException)
        {
            // The client gave up.
        }
    }
}

/// <summary>What the model was sent.</summary>
internal sealed record ModelRequest(string Path, IHeaderDictionary Headers, JsonObject Body)
{
    /// <summary>The messages as "role: content".</summary>
    public IReadOnlyList<string> Messages => [.. Body["messages"]!.AsArray().Select(message => $"{message!["role"]}: {message["content"]}")];
}
