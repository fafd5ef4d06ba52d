# The local host, `newsalerts run`, for one machine: docs/operations.md. Storage and mail come from outside; compose.yaml has both.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/NewsAlerts.Local -c Release -o /app

# Chiselled: no shell, no package manager, not root. "extra" has ICU and tzdata (dotnet/dotnet-docker#5092), the cultures and time zones that languages and schedules need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiselled-extra
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
# A container says itself which of its ports can be reached.
ENV Local__WebAddress=0.0.0.0 Local__WebPort=8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["dotnet", "NewsAlerts.Local.dll", "health"]
ENTRYPOINT ["dotnet", "NewsAlerts.Local.dll"]
CMD ["run"]
