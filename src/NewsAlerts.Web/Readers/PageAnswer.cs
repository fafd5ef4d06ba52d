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

        // For browsers that don't read frame-ancestors; no other window or site gets hold of the page; and it needs no device.
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (httpContext.Request.IsHttps)
        {
            response.Headers.StrictTransportSecurity = "max-age=31536000";
        }

        // The address holds the token: no other site is to learn it.
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers.RetryAfter = Page.Status switch
        {
            StatusCodes.Status503ServiceUnavailable => "120",
            StatusCodes.Status429TooManyRequests => "60",
            _ => default,
        };

        // HEAD gets the same without the body.
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
