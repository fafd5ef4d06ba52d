using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;

namespace NewsAlerts.Web.Readers;

/// <summary>What the pages that readers' links lead to have in common.</summary>
public sealed partial class ReaderPages(ReaderTokens tokens, ReaderThrottle throttle, ComponentRenderer components, ILogger<ReaderPages> logger)
{
    /// <summary>
    /// Reads the token and lets <paramref name="answer"/> make the page. A POST does, any other request only asks: programs that follow every link in a
    /// mail do nothing. The body of a POST is not read: one click of a mail program (RFC 8058) and the page's button are the same.
    /// </summary>
    internal Task<IResult> AnswerAsync(ReaderAction action, HttpRequest request, string? token, Func<ReaderToken, bool, Task<PageView>> answer) =>
        AnswerAsync(action, request, async () => tokens.Read(action, token) is { } read ? Of(await answer(read, HttpMethods.IsPost(request.Method))) : null);

    /// <summary>Reads the token of a digest and lets <paramref name="answer"/> make the page; nothing is ever done.</summary>
    internal Task<IResult> AnswerAsync(HttpRequest request, string? token, Func<DigestId, Task<IResult>> answer) =>
        AnswerAsync(ReaderAction.Read, request, async () => tokens.ReadDigest(token) is { } digest ? await answer(digest) : null);

    /// <summary>A page that says one thing.</summary>
    internal IResult Of(PageView page) => new PageAnswer(page, components);

    private async Task<IResult> AnswerAsync(ReaderAction action, HttpRequest request, Func<Task<IResult?>> answer)
    {
        if (!throttle.Admits(request))
        {
            return Of(TooOften);
        }

        try
        {
            return await answer() ?? Of(BadLink);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Log.Failed(logger, action, ex);
            return Of(NotNow);
        }
    }

    /// <summary>The page of every other address.</summary>
    public IResult NothingHere() => Of(Nothing);

    private static PageView Nothing { get; } = new()
    {
        Title = "There is nothing here",
        Status = StatusCodes.Status404NotFound,
        Paragraphs = ["The pages of NewsAlerts are reached by the links in its mails."],
    };

    private static PageView BadLink { get; } = new()
    {
        Title = "This link does not work",
        Status = StatusCodes.Status400BadRequest,
        Paragraphs = ["It may have been cut off or changed on its way. Please open the mail again and follow its link there.", "Nothing was changed."],
    };

    private static PageView TooOften { get; } = new()
    {
        Title = "That was a little often",
        Status = StatusCodes.Status429TooManyRequests,
        Paragraphs = ["Please try again in a minute. Nothing was changed."],
    };

    private static PageView NotNow { get; } = new()
    {
        Title = "That did not work just now",
        Status = StatusCodes.Status503ServiceUnavailable,
        Paragraphs = ["Please try again in a few minutes. To do it twice does no harm."],
    };

    private static partial class Log
    {
        [LoggerMessage(8201, LogLevel.Error, "A reader's page could not be answered: {Action}.")]
        public static partial void Failed(ILogger logger, ReaderAction action, Exception exception);
    }
}
