using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Web.Readers;

/// <summary>Answers a request with a document: to nobody's cache, index or frame, running and fetching nothing.</summary>
public abstract class HtmlAnswer : IResult
{
    /// <summary>The HTTP status.</summary>
    public abstract int Status { get; }

    /// <summary>The hash of the document's only style sheet, as a content security policy names it.</summary>
    protected abstract string StyleHash { get; }

    protected abstract Task<string> RenderAsync();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync();
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {StyleHash}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";

        // The address holds the token: no other site is to learn it.
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "120";
        }

        // HEAD gets the same without the body.
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
