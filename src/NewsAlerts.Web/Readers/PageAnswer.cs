using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Web.Readers;

/// <summary>Answers a request with a page: to nobody's cache, index or frame, running and fetching nothing.</summary>
public sealed class PageAnswer(PageView page, ComponentRenderer components) : IResult
{
    private static readonly string Policy =
        $"default-src 'none'; style-src {PageStyle.Hash}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public PageView Page { get; } = page;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await components.RenderAsync<ReaderPage>(new() { [nameof(ReaderPage.Page)] = Page });
        var response = httpContext.Response;
        response.StatusCode = Page.Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";

        // The address holds the token: no other site is to learn it.
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (Page.Status == StatusCodes.Status503ServiceUnavailable)
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
